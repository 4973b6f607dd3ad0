package io.cybervpn.presentation.live.ws;

import io.cybervpn.presentation.shared.rest.Problem;
import java.util.Map;

/** Why a socket is closed, as clients see it. */
enum CloseCode {
    /** The shop is stopped in an orderly way: connect again, after a while. */
    RESTART(1012),
    /** It speaks in a way that is not understood here. */
    UNSUPPORTED(1003),
    /** Nobody can say now whether it may stay: try again. */
    TRY_AGAIN(1013),
    /** No good token, or none in time: get one, then connect again. */
    AUTH(4401),
    /** The right is missing: connecting again helps nothing. */
    RIGHT(4403),
    /** It says nothing, or reads too slowly. */
    IDLE(4408),
    /** A newer socket of the account took its place. */
    REPLACED(4409),
    /** Too many sockets or messages: wait before connecting again. */
    TOO_MANY(4429);

    private static final Map<Integer, CloseCode> BY_STATUS =
            Map.of(401, AUTH, 429, TOO_MANY, 503, TRY_AGAIN);

    private final short number;

    CloseCode(int number) {
        this.number = (short) number;
    }

    short number() {
        return number;
    }

    /** For who is not let in, or may not stay. */
    static CloseCode of(Problem problem) {
        return BY_STATUS.getOrDefault(problem.status(), RIGHT);
    }
}
