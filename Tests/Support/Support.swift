// Support: what the tests of several modules share: the checkout's files, its definitions read once a process, sheets as
// a test writes them, random numbers that are the same in every run.
// Does not know: any one test. No module and no program imports it.
