# The everyday commands; those that build run scripts/setup first, which skips what is there. `make` prints this list.
#   make demo                  构建并由示例账套生成一整套公开材料，放在 out/hengyang-2021
#   make test                  格式、模块规矩、构建、全部测试
#   make install PREFIX=目录    装到任意目录（默认 /usr/local），装完即可离开本目录运行
#   make bench LINES=行数      与 python-docx、openpyxl、DuckDB、pdfplumber 比用时和内存（默认一千万行）
#   make format | lint | docs | clean

PREFIX ?= /usr/local
CONFIG ?= release
# The program carries the Swift runtime: it starts sooner, and the installed one also runs where no Swift is.
INSTALL_FLAGS ?= -c $(CONFIG) --static-swift-stdlib
EXAMPLE := Examples/hengyang-2021
OUT := out/hengyang-2021
SHARE := $(DESTDIR)$(PREFIX)/share/mingzhang

.DEFAULT_GOAL := help
.PHONY: help setup demo test bench docs format lint clean install

help:
	@sed -n 's/^#  *\(make .*\)/\1/p' Makefile

setup:
	@scripts/setup

demo: setup
	swift build $(INSTALL_FLAGS) --product mingzhang
	@mkdir -p $(dir $(OUT))
	"$$(swift build $(INSTALL_FLAGS) --show-bin-path)/mingzhang" build $(EXAMPLE) -o $(OUT)
	@printf '\n已由账套 %s 生成一整套公开材料，放在 %s：\n' $(EXAMPLE) "$(CURDIR)/$(OUT)"
	@ls -1 $(OUT)

test: setup
	@scripts/test

bench:
	@scripts/setup --bench
	swift build $(INSTALL_FLAGS) --product mingzhang
	swift build $(INSTALL_FLAGS) --product bulk
	@scripts/bench "$$(swift build $(INSTALL_FLAGS) --show-bin-path)" $(LINES)

docs: setup
	@scripts/docs

format:
	swift format format --in-place --recursive Package.swift Sources Tests Benchmarks

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks
	@scripts/check-imports

clean:
	rm -rf .build out docs/site

install: setup
	swift build $(INSTALL_FLAGS) --product mingzhang
	install -D "$$(swift build $(INSTALL_FLAGS) --show-bin-path)/mingzhang" "$(DESTDIR)$(PREFIX)/bin/mingzhang"
	strip "$(DESTDIR)$(PREFIX)/bin/mingzhang"
	rm -rf "$(SHARE)/Standards" "$(SHARE)/tools"
	mkdir -p "$(SHARE)"
	cp -R Standards "$(SHARE)/Standards"
	install -D -m 644 -t "$(SHARE)/docs" docs/guide.md docs/book.md docs/texts.md docs/standards.md docs/errors.md docs/rules.md docs/check-json.md docs/read-json.md docs/package-json.md
	if [ -d .tools/typst ]; then mkdir "$(SHARE)/tools" && cp -R .tools/bin .tools/typst .tools/fonts .tools/pdfium "$(SHARE)/tools/"; fi
	@printf '\n已安装：%s（数据在 %s）\n' "$(DESTDIR)$(PREFIX)/bin/mingzhang" "$(SHARE)"
