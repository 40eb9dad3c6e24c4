"""The project's own pages and the gate that keeps quality from falling.

``stories/`` holds invented articles, ``words.json`` the furniture of news sites in their languages.
``make`` builds pages and dumps of them into ``tests/fixtures/pages``; ``gate`` measures cleannews on
these pages beside its floors.
Not part of the installed package.
"""
