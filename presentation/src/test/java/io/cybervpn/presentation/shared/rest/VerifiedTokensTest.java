package io.cybervpn.presentation.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R229. */
@QuarkusTest
class VerifiedTokensTest {
    private static final Duration LIFE = Duration.ofMinutes(15);

    @Inject AccessTokens issuer;
    @Inject JWTAuthContextInfo rules;
    @Inject JWTCallerPrincipalFactory installed;

    private final Instant now = Instant.now();
    private final VerifiedTokens tokens = new VerifiedTokens();

    @Test
    void what_the_shop_issues_is_verified_once_and_the_shop_uses_it()
            throws ParseException, MalformedClaimException {
        AccountId account = new AccountId(UUID.randomUUID());
        String token =
                issuer.issue(
                        new AccessTokens.Grant(account, AccountKind.STAFF, now, now.plus(LIFE)));

        assertThat(installed).isInstanceOf(VerifiedTokens.class);
        JWTCallerPrincipal principal = installed.parse(token, rules);
        assertThat(principal.getName()).isEqualTo(account.value().toString());
        assertThat(principal.getGroups()).containsExactly("staff");
        assertThat(principal.getExpirationTime()).isEqualTo(now.plus(LIFE).getEpochSecond());
        assertThat(principal.getRawToken()).isEqualTo(token);
        assertThat(installed.parse(token, rules)).isSameAs(principal);
    }

    @Test
    void a_token_that_ends_is_refused_though_it_was_verified_before() throws ParseException {
        String token =
                signed(
                        claims ->
                                claims.issuedAt(now.minusSeconds(60))
                                        .expiresAt(Instant.now().minusSeconds(3)),
                        key());
        tokens.parse(token, rules);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> refused(token));
    }

    @Test
    void a_token_for_others_or_of_others_or_of_the_past_is_refused() {
        refused(signed(claims -> claims.audience("another shop"), key()));
        refused(signed(claims -> claims.issuer("another shop"), key()));
        refused(signed(claims -> claims.expiresAt(now.minusSeconds(10)), key()));
        refused(signed(UnaryOperator.identity(), other()));
    }

    @Test
    void a_changed_token_is_refused() throws ParseException {
        String token = signed(UnaryOperator.identity(), key());
        String[] parts = token.split("\\.");

        assertThat(tokens.parse(token, rules).getSubject()).isEqualTo("somebody");
        refused(parts[0] + "." + text(parts[1]).replace("somebody", "another1") + "." + parts[2]);
        refused(
                parts[0]
                        + "."
                        + encoded(text(parts[1]).replace("somebody", "another1"))
                        + "."
                        + parts[2]);
        refused(encoded("{\"typ\":\"JWT\",\"alg\":\"none\"}") + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1] + ".");
        refused(token + "A");
        refused(token.substring(0, token.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "\u0000", "é.é.é"})
    void garbage_is_refused(String garbage) {
        refused(garbage);
        String header = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        refused(header + garbage);
        refused(header + "." + garbage);
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.parse(token, rules)).isInstanceOf(ParseException.class);
    }

    private String signed(UnaryOperator<JwtClaimsBuilder> change, SecretKey key) {
        JwtClaimsBuilder usual =
                Jwt.claims()
                        .issuer("cybervpn")
                        .audience("cybervpn")
                        .subject("somebody")
                        .groups(Set.of("customer"))
                        .issuedAt(now.getEpochSecond())
                        .expiresAt(now.plus(LIFE).getEpochSecond());
        return change.apply(usual)
                .jws()
                .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.HS256)
                .sign(key);
    }

    private SecretKey key() {
        return rules.getSecretVerificationKey();
    }

    private static SecretKey other() {
        return new SecretKeySpec(new byte[32], "HmacSHA256");
    }

    private static String text(String encoded) {
        return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
