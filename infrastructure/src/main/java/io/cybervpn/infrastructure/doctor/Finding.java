package io.cybervpn.infrastructure.doctor;

/**
 * Something about the configuration.
 *
 * @param text one line: what is wrong and what to do; never a secret
 */
record Finding(Weight weight, String text) {
    /** How bad it is. */
    enum Weight {
        /** A shop in production does not start with it. */
        FATAL,
        /** It starts, and something will not work. */
        FAILURE,
        /** It works, and should be better. */
        ADVICE
    }

    static Finding fatal(String text) {
        return new Finding(Weight.FATAL, text);
    }

    static Finding failure(String text) {
        return new Finding(Weight.FAILURE, text);
    }

    static Finding advice(String text) {
        return new Finding(Weight.ADVICE, text);
    }
}
