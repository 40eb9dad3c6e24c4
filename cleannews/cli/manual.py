"""What ``--help`` says besides the options: what it is for, examples, exit codes."""

from __future__ import annotations

DESCRIPTION = """\
Turns raw dumps of news pages, HTML or flattened text, into articles, and says why each block was
kept or removed."""

EXIT_CODES = """\
exit codes: 0 all is well, 1 some input failed, 2 wrong usage or could not run, 130 interrupted"""

EXAMPLES = f"""\
examples:
  cleannews page.html                       the article's text
  cleannews clean dump.txt -f md            as Markdown
  cleannews explain page.html               what was removed, and why
  cleannews batch dumps/ out/               a whole folder
  cleannews learn pages/ -o site.json       what pages of one site share
  cleannews stats out/                      what came of it, in numbers
  cleannews diff out1/ out2/                what another run did otherwise

each command has its own help: cleannews clean --help

{EXIT_CODES}"""

CLEAN_EXAMPLES = f"""\
examples:
  cleannews clean page.html                 the article's text on standard output
  cleannews clean dump.txt -f json          every field; --blocks adds every block of the page
  cleannews clean page.html -f md -o a.md   Markdown into a file
  cleannews clean https://news.example/a    download and clean
  curl -s URL | cleannews clean - --url URL

{EXIT_CODES}"""

BATCH_EXAMPLES = f"""\
examples:
  cleannews batch dumps/ out/               out/articles.jsonl: one line for every input
  cleannews batch dumps/ out/               once more: goes on after a stop, does only what is new
  cleannews batch dumps/ out/ -j 4 --blocks 4 processes, with every block of every page
  cleannews batch dumps/ out/ -f parquet    a table, too; -f md: a file for every article
  cleannews batch dumps/ out/ -f report     a page to look at; every block, if --blocks is given
  cleannews batch 'dumps/**/*.htm*' out/    the files that a pattern matches
  cleannews batch crawl.warc.gz out/        every page of a web archive; .jsonl, .csv likewise
  find dumps -size -1M | cleannews batch - out/

OUT holds articles.jsonl (all inputs, failed ones with a reason) and failures.jsonl (those alone).

{EXIT_CODES}"""

STATS_EXAMPLES = f"""\
examples:
  cleannews stats out/                      articles, failures, languages, fields, sites
  cleannews stats out/ --json               the same for programs

{EXIT_CODES}"""

DIFF_EXAMPLES = """\
examples:
  cleannews diff out1/ out2/                what another version, mode or day did to which article
  cleannews diff out1/ out2/ -n 200 --json  the same for programs

exit codes: 0 nothing changed, 1 something did, 2 wrong usage or could not run, 130 interrupted"""

LEARN_EXAMPLES = f"""\
examples:
  cleannews learn pages/ -o site.json       learn from a folder of pages of one site
  cleannews clean page.html --site site.json
  cleannews explain page.html --site site.json  what the template says of each block

{EXIT_CODES}"""

EXPLAIN_EXAMPLES = f"""\
examples:
  cleannews explain page.html               one line a block: + kept, - removed, label, reason, text
  cleannews explain dump.txt | grep '^ *[0-9]* - '   only what was removed
  cleannews explain page.html --json        the same for programs

{EXIT_CODES}"""
