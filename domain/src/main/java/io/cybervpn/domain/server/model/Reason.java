package io.cybervpn.domain.server.model;

import java.util.stream.Stream;

/** Why a server is not simply online. */
public enum Reason {
    /** Nothing is wrong. */
    NONE(""),
    /** The panel has no connection with the node. */
    NOT_CONNECTED("not_connected"),
    /** The panel is connected, but the address does not answer. */
    NO_ANSWER("no_answer"),
    /** Staff switched the node off. */
    DISABLED("disabled");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    /** The name that clients see and rows keep; empty for none. */
    public String code() {
        return code;
    }

    /** By its code; throws {@link IllegalStateException} for one that is not of ours. */
    public static Reason of(String code) {
        return Stream.of(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a reason " + code));
    }
}
