package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.infrastructure.provisioning.PanelReply;
import java.util.Set;

/**
 * The panel answered, and not with success. Nothing of the answer's text is kept but the panel's
 * message, which holds no secrets.
 */
final class PanelAnswer extends PanelReply {
    static final String USERNAME_TAKEN = "A019";
    static final Set<String> USER_UNKNOWN = Set.of("A025", "A062", "A063");
    private static final Set<String> SQUAD_OR_VALUE_UNKNOWN = Set.of("A018", "A039", "A089");
    private static final Set<Integer> NOT_ABOUT_THE_CALL = Set.of(401, 403, 408, 429);

    private static final String END = "expireAt";

    private final int status;
    private final String code;
    private final Set<String> wrongFields;

    /**
     * An answer.
     *
     * @param code the panel's error code; empty when the answer came from its framework or a proxy
     * @param wrongFields those that it found fault with
     */
    PanelAnswer(int status, String code, String message, Set<String> wrongFields) {
        super("the panel answered " + status + " " + (code + " " + message).strip());
        this.status = status;
        this.code = code;
        this.wrongFields = Set.copyOf(wrongFields);
    }

    int status() {
        return status;
    }

    boolean is(String errorCode) {
        return code.equals(errorCode);
    }

    boolean isUserUnknown() {
        return status == 404 && USER_UNKNOWN.contains(code);
    }

    /** A 404 without a code: the route is not of this version, or this is not the panel. */
    boolean isRouteUnknown() {
        return status == 404 && code.isEmpty();
    }

    /** What an unknown squad looks like: 500, though no repetition heals it. */
    boolean isUnwritable() {
        return SQUAD_OR_VALUE_UNKNOWN.contains(code);
    }

    /**
     * The end passed on the way, or the panel's clock is ahead of ours: that heals by itself, since
     * an end that has passed is not sent.
     */
    boolean isTooLate() {
        return status == 400 && wrongFields.equals(Set.of(END));
    }

    /** Worth another try: the panel is broken, busy, or does not accept our token at all. */
    @Override
    public boolean mayHeal() {
        return isOutage() || isTooLate();
    }

    @Override
    public boolean isOutage() {
        return (status >= 500 && !isUnwritable())
                || NOT_ABOUT_THE_CALL.contains(status)
                || status < 400
                || isRouteUnknown();
    }
}
