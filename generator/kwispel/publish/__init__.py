"""What a built site says to others than its readers: publishers, hosts, search engines.

Each module gives one kind of file; `kwispel.publish.files` puts them together.
"""
