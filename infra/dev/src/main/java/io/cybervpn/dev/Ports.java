package io.cybervpn.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of the loopback interface. */
final class Ports {

    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    private Ports() {}

    /** A port that was free a moment ago: another process may take it before its user does. */
    static int free() {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This one if it can be had now, else any other that is free. */
    static int freeOr(int wish) {
        return taken(wish) ? free() : wish;
    }

    /** Whether a server could not listen there now. */
    static boolean taken(int port) {
        if (open(port)) {
            return true;
        }
        try (var socket = new ServerSocket()) {
            // As servers do: connections of the last one that are still closing do no harm.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether something listens there now. */
    static boolean open(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
