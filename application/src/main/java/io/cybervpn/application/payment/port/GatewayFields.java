package io.cybervpn.application.payment.port;

import java.util.List;
import java.util.Optional;

/**
 * What staff may set of a provider while the shop runs. Base URLs are not among it: who could set
 * one would be sent the secrets.
 */
public interface GatewayFields {
    /** For how long an order waits for its money, in minutes; of every provider. */
    String ORDER_LIFETIME = "order_lifetime_minutes";

    /** 5 minutes to 30 days. */
    String ORDER_LIFETIME_PATTERN =
            "[5-9]|[1-9]\\d{1,3}|[1-3]\\d{4}|4[0-2]\\d{3}|43[01]\\d{2}|43200";

    /** The provider's name, such as {@code stripe}. */
    String provider();

    /** All of them, as they hold now, in the order to show them. */
    List<Field> fields();

    /**
     * What holds of a secret that pushes are judged by, to be sealed as the former one when it is
     * replaced; empty for all others. Nobody else may ask.
     */
    default Optional<String> judging(String field) {
        return Optional.empty();
    }

    /**
     * One field.
     *
     * @param name lower snake case
     * @param secret never shown
     * @param pattern what a value must match as a whole
     * @param value what holds now; of a secret only whether there is one
     */
    record Field(String name, boolean secret, String pattern, Optional<String> value) {
        /** A value that may be shown. */
        public static Field plain(String name, String pattern, Optional<String> value) {
            return new Field(name, false, pattern, value.filter(text -> !text.isBlank()));
        }

        /** A secret. */
        public static Field secret(String name, String pattern, Optional<String> value) {
            return new Field(
                    name, true, pattern, value.filter(text -> !text.isBlank()).map(_ -> ""));
        }

        /** Whether this may be its value. */
        public boolean accepts(String text) {
            return text.length() <= 500 && text.matches(pattern);
        }
    }
}
