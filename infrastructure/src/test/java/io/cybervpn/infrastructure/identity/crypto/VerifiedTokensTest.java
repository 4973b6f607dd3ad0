package io.cybervpn.infrastructure.identity.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R229: what is let in is what the shop signed, and nothing that looks like it. */
class VerifiedTokensTest {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String NEW = "new:" + "n".repeat(32);
    private static final String OLD = "old:" + "o".repeat(32);

    private final Instant now = Instant.now();
    private final TestKeys settings = TestKeys.secrets(NEW, OLD);
    private final VerifiedTokens tokens = new VerifiedTokens(new JwtKeys(settings));

    private JWTCallerPrincipal parse(String token) throws ParseException {
        return tokens.parse(token, new JWTAuthContextInfo());
    }

    private void refused(String token) {
        assertThatThrownBy(() -> parse(token)).isInstanceOf(ParseException.class);
    }

    private static String issued(TestKeys settings, AccountKind kind, Instant now) {
        return new JwtAccessTokens(new JwtKeys(settings), UUID::randomUUID)
                .issue(
                        new AccessTokens.Grant(
                                new AccountId(UUID.randomUUID()),
                                kind,
                                new SessionId(UUID.randomUUID()),
                                Optional.of(now),
                                now,
                                now.plus(LIFE)));
    }

    @Test
    void what_the_shop_issues_says_who_in_which_session_for_whom_and_how_sure_it_is()
            throws ParseException {
        AccountId account = new AccountId(UUID.randomUUID());
        SessionId session = new SessionId(UUID.randomUUID());
        String token =
                new JwtAccessTokens(new JwtKeys(settings), UUID::randomUUID)
                        .issue(
                                new AccessTokens.Grant(
                                        account,
                                        AccountKind.CUSTOMER,
                                        session,
                                        Optional.empty(),
                                        now,
                                        now.plus(LIFE)));

        JWTCallerPrincipal principal = parse(token);
        assertThat(principal.getName()).isEqualTo(account.value().toString());
        assertThat(principal.getGroups()).containsExactly("customer");
        assertThat(principal.getAudience()).containsExactly("cybervpn");
        assertThat(principal.<String>claim("sid")).contains(session.value().toString());
        assertThat(principal.<String>claim("acr")).contains("aal1");
        assertThat(principal.claim("proven_at")).isEmpty();
        assertThat(principal.getTokenID()).isNotBlank();
        assertThat(principal.getExpirationTime()).isEqualTo(now.plus(LIFE).getEpochSecond());
        assertThat(principal.getRawToken()).isEqualTo(token);
        assertThat(parse(token)).isSameAs(principal);
        assertThat(text(token.split("\\.")[0])).contains("at+jwt", "\"new\"", "HS256");
    }

    @Test
    void a_token_of_staff_is_for_another_audience_and_says_when_the_second_factor_was_shown()
            throws ParseException {
        JWTCallerPrincipal staff = parse(issued(settings, AccountKind.STAFF, now));
        assertThat(staff.getAudience()).containsExactly("admin");
        assertThat(staff.getGroups()).containsExactly("staff");
        assertThat(staff.<String>claim("acr")).contains("aal2");
        assertThat(staff.claim("proven_at").map(String::valueOf))
                .contains(String.valueOf(now.getEpochSecond()));
    }

    @Test
    void a_key_that_was_followed_by_a_new_one_still_verifies_until_it_is_taken_away()
            throws ParseException {
        String old = issued(TestKeys.secrets(OLD), AccountKind.CUSTOMER, now);
        assertThat(parse(old).getIssuer()).isEqualTo("cybervpn");

        VerifiedTokens later = new VerifiedTokens(new JwtKeys(TestKeys.secrets(NEW)));
        assertThatThrownBy(() -> later.parse(old, new JWTAuthContextInfo()))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void the_single_secret_of_older_installations_is_a_key_too() throws ParseException {
        TestKeys single = TestKeys.single("s".repeat(32));
        String token = issued(single, AccountKind.CUSTOMER, now);
        VerifiedTokens both =
                new VerifiedTokens(
                        new JwtKeys(
                                new TestKeys(
                                        single.secret(),
                                        Optional.of(List.of(NEW)),
                                        Optional.empty())));
        assertThat(both.parse(token, new JWTAuthContextInfo()).getIssuer()).isEqualTo("cybervpn");
    }

    @Test
    void a_token_that_ends_is_refused_though_it_was_verified_before() throws ParseException {
        String token =
                signed(
                        claims ->
                                claims.issuedAt(now.minusSeconds(60))
                                        .expiresAt(Instant.now().minusSeconds(3)));
        assertThat(parse(token).getIssuer()).isEqualTo("cybervpn");

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> refused(token));
    }

    @Test
    void a_token_for_others_or_of_others_or_of_the_past_is_refused() throws ParseException {
        assertThat(parse(signed(UnaryOperator.identity())).getSubject()).isEqualTo("somebody");
        refused(signed(claims -> claims.audience("another shop")));
        refused(signed(claims -> claims.issuer("another shop")));
        refused(signed(claims -> claims.expiresAt(now.minusSeconds(10))));
        refused(signed(claims -> claims.remove("aud")));
        refused(signed(claims -> claims.remove("iss")));
    }

    @Test
    void another_type_an_unknown_key_and_no_key_at_all_are_refused() {
        refused(signed(header -> header.type("JWT"), "new", "n".repeat(32)));
        refused(signed(header -> header.type("dpop+jwt"), "new", "n".repeat(32)));
        refused(signed(UnaryOperator.identity(), "newest", "n".repeat(32)));
        refused(signed(UnaryOperator.identity(), "new", "o".repeat(32)));
        refused(usual().jws().type("at+jwt").sign(secret("n".repeat(32))));
    }

    @Test
    void a_key_is_good_for_its_own_algorithm_only() throws NoSuchAlgorithmException {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        refused(
                usual().jws()
                        .type("at+jwt")
                        .keyId("new")
                        .algorithm(SignatureAlgorithm.RS256)
                        .sign(rsa.getPrivate()));
        String longSecret = "l".repeat(64);
        VerifiedTokens other =
                new VerifiedTokens(new JwtKeys(TestKeys.secrets("long:" + longSecret)));
        String hs512 =
                usual().jws()
                        .type("at+jwt")
                        .keyId("long")
                        .algorithm(SignatureAlgorithm.HS512)
                        .sign(secret(longSecret));
        assertThatThrownBy(() -> other.parse(hs512, new JWTAuthContextInfo()))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void a_changed_token_is_refused() throws ParseException {
        String token = signed(UnaryOperator.identity());
        String[] parts = token.split("\\.");

        assertThat(parse(token).getSubject()).isEqualTo("somebody");
        String changed = encoded(text(parts[1]).replace("somebody", "another1"));
        refused(parts[0] + "." + changed + "." + parts[2]);
        String none = "{\"typ\":\"at+jwt\",\"kid\":\"new\",\"alg\":\"none\"}";
        refused(encoded(none) + "." + parts[1] + ".");
        refused(encoded(none) + "." + parts[1] + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
        refused(token + "A");
        refused(token.substring(0, token.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "\u0000", "é.é.é"})
    void garbage_is_refused(String garbage) {
        refused(garbage);
        String header = encoded("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"new\"}");
        refused(header + garbage);
        refused(header + "." + garbage);
    }

    private String signed(UnaryOperator<JwtClaimsBuilder> change) {
        return sign(change.apply(usual()).jws(), "new", "n".repeat(32));
    }

    private String signed(UnaryOperator<JwtSignatureBuilder> header, String key, String secret) {
        return header.apply(usual().jws().type("at+jwt").keyId(key)).sign(secret(secret));
    }

    private static String sign(JwtSignatureBuilder token, String key, String secret) {
        return token.type("at+jwt").keyId(key).sign(secret(secret));
    }

    private JwtClaimsBuilder usual() {
        return Jwt.claims()
                .issuer("cybervpn")
                .audience("cybervpn")
                .subject("somebody")
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now.getEpochSecond())
                .expiresAt(now.plus(LIFE).getEpochSecond());
    }

    private static SecretKeySpec secret(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
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
