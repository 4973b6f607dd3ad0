package io.cybervpn.domain.renewal;

import java.util.Locale;

/** What a customer is told around the end of his subscription. */
public enum Topic {
    /** It ends soon and is not renewed by itself. */
    EXPIRES_SOON,
    /** It is renewed soon, for so much and from there. */
    WILL_BE_CHARGED,
    /** It costs more than was agreed to, and is not renewed until he agrees again. */
    PRICE_ROSE,
    /** It is not sold any more and cannot be renewed. */
    PLAN_GONE,
    /** It could not be paid for. */
    CHARGE_FAILED,
    /** It was renewed. */
    RENEWED,
    /** It has ended. */
    SUSPENDED,
    /** It was taken away, long after its end. */
    TERMINATED;

    /** The lower-case name that files of mails use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
