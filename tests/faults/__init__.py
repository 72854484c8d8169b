"""What can go wrong between the client and the service, played on real sockets."""
