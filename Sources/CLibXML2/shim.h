// Debian's libxml2 is built with ICU and its headers then pull in ICU's own, which clash with those inside Foundation.
// Nothing of ours touches the ICU fields of xmlCharEncodingHandler, the only thing that the flag changes.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>
