package io.cybervpn.presentation.shared.rest;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Tells a part that is down from a fault of ours: the first is 503 and passes, the second is 500.
 */
final class Outages {
    private static final int CAUSES_MAX = 10;

    private Outages() {}

    static boolean isOutage(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(Outages::saysDown);
    }

    private static boolean saysDown(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof VertxException
                || isShutdownOfDatabase(cause);
    }

    /**
     * SQLSTATE class 57 (operator intervention) and 08 (connection): the server goes down or is
     * starting.
     */
    private static boolean isShutdownOfDatabase(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("(57P0")
                || message.contains("(08")
                || message.startsWith("Timeout");
    }
}
