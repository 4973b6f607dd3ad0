package io.cybervpn.sandbox.oidc;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * Somebody whom the provider knows.
 *
 * @param subject by which it knows him
 * @param email empty text for none
 * @param telegramId the claim {@code id}, if the provider plays Telegram
 */
public record Person(
        String subject,
        String email,
        boolean emailVerified,
        String name,
        Optional<Long> telegramId) {

    /** One with a verified e-mail. */
    public static Person of(String subject, String email) {
        return new Person(subject, email, true, "Ivan Petrov", Optional.empty());
    }

    /** The same, but nobody has made sure that the e-mail is his. */
    public Person unverified() {
        return new Person(subject, email, false, name, telegramId);
    }

    /** The same as a user of Telegram. */
    public Person ofTelegram(long id) {
        return new Person(subject, email, emailVerified, name, Optional.of(id));
    }

    JsonObject claims() {
        JsonObject claims = new JsonObject().put("sub", subject).put("name", name);
        if (!email.isEmpty()) {
            claims.put("email", email).put("email_verified", emailVerified);
        }
        telegramId.ifPresent(id -> claims.put("id", id));
        return claims;
    }
}
