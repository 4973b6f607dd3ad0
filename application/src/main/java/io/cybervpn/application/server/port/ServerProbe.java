package io.cybervpn.application.server.port;

import io.smallrye.mutiny.Uni;

/** Knocks at servers. */
public interface ServerProbe {
    /**
     * Whether somebody takes a TCP connection, which is closed at once. Gives up after some
     * seconds; never fails. Never called in a unit of work.
     *
     * @param port 1 to 65535
     */
    Uni<Boolean> answers(String address, int port);
}
