package io.cybervpn.sandbox.http;

/**
 * One operation of a server. Runs with the world's lock held, so it sees and leaves a consistent
 * state.
 */
@FunctionalInterface
public interface Endpoint {

    /** Does the work and says what to answer; a {@link Refused} ends it early. */
    Answer answer(Call call);
}
