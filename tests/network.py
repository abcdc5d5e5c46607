"""What a program is begun with in order to have no network, and to tell on stderr if it asks."""

REFUSED = """
import socket, sys

def refuse(*arguments, **options):
    print("network:", arguments, file=sys.stderr)
    raise OSError("no network here")

socket.getaddrinfo = socket.create_connection = refuse
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
"""
