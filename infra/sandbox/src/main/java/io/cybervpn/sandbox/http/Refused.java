package io.cybervpn.sandbox.http;

/**
 * Ends the handling of a request with an answer, as the servers that we stand in for do with their
 * HTTP exceptions.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    /** Refuses with this answer. */
    public Refused(Answer answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    /** What the caller gets instead. */
    public Answer answer() {
        return answer;
    }
}
