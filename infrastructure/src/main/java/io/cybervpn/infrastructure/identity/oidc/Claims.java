package io.cybervpn.infrastructure.identity.oidc;

import io.cybervpn.application.identity.port.IdentityProviders.Vouched;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;

/** Reads what a good ID token says about somebody. */
final class Claims {
    private static final int SUBJECT_LENGTH_MAX = 255;
    private static final int NAME_LENGTH_MAX = 100;

    private Claims() {}

    /** Empty when it does not say who he is. */
    static Optional<Vouched> vouched(JwtClaims claims, String subjectClaim) {
        return subject(claims, subjectClaim)
                .map(
                        subject ->
                                new Vouched(
                                        subject,
                                        text(claims, "email").filter(_ -> isVerified(claims)),
                                        name(claims),
                                        text(claims, "locale")));
    }

    /** Telegram's is a number. */
    private static Optional<String> subject(JwtClaims claims, String name) {
        Object value = claims.getClaimValue(name);
        return Optional.ofNullable(value)
                .filter(it -> it instanceof String || it instanceof Long || it instanceof Integer)
                .map(Object::toString)
                .filter(text -> !text.isBlank() && text.length() <= SUBJECT_LENGTH_MAX);
    }

    /** Apple writes it as a text. */
    private static boolean isVerified(JwtClaims claims) {
        Object said = claims.getClaimValue("email_verified");
        return Boolean.TRUE.equals(said) || "true".equals(said);
    }

    private static Optional<String> name(JwtClaims claims) {
        return Stream.of("preferred_username", "name", "given_name")
                .flatMap(name -> text(claims, name).stream())
                .filter(text -> text.length() <= NAME_LENGTH_MAX)
                .findFirst();
    }

    private static Optional<String> text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }
}
