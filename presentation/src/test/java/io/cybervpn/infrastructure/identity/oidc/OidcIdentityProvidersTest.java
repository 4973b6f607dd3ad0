package io.cybervpn.infrastructure.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.IdentityProviders.Begun;
import io.cybervpn.application.identity.port.IdentityProviders.Journey;
import io.cybervpn.application.identity.port.IdentityProviders.Provider;
import io.cybervpn.application.identity.port.IdentityProviders.Redeemed;
import io.cybervpn.application.identity.port.IdentityProviders.Vouched;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.oidc.Lie;
import io.cybervpn.sandbox.oidc.OidcIssuer;
import io.cybervpn.sandbox.oidc.Person;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R45: what a provider must say to be believed, over real HTTP. */
class OidcIdentityProvidersTest {
    private static IssuerAtHand hand;

    @BeforeAll
    static void open() {
        hand = new IssuerAtHand();
    }

    @AfterAll
    static void close() {
        hand.close();
    }

    @BeforeEach
    void calm_down() {
        hand.issuer.faults().clear();
        hand.issuer.consent(Person.of("sub-1", "ivan@shop.test"));
        hand.restart();
    }

    @Test
    void a_journey_ends_with_whom_the_provider_vouches_for() {
        assertThat(hand.travel("sandbox"))
                .isEqualTo(
                        new Redeemed.Genuine(
                                new Vouched(
                                        "sub-1",
                                        Optional.of("ivan@shop.test"),
                                        Optional.of("Ivan Petrov"),
                                        Optional.empty())));
    }

    @Test
    void the_way_there_says_who_asks_for_what_and_hides_the_proof_key() {
        Journey journey = IssuerAtHand.journey("sandbox");
        URI page = ((Begun.Page) hand.begin(journey)).url();
        assertThat(page.toString()).startsWith(hand.issuer.url() + "/authorize?");
        assertThat(IssuerAtHand.query(page))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", OidcIssuer.CLIENT_ID)
                .containsEntry("redirect_uri", "https://portal.test/back")
                .containsEntry("scope", "openid email")
                .containsEntry("state", journey.state())
                .containsEntry("nonce", journey.nonce())
                .containsEntry("code_challenge_method", "S256")
                .containsKey("code_challenge");
        assertThat(page.toString()).doesNotContain(journey.verifier());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void a_key_may_be_of_each_kind_and_a_new_one_is_found_at_once(String algorithm) {
        assertThat(hand.travel("sandbox")).isInstanceOf(Redeemed.Genuine.class);
        hand.clock.advance(Duration.ofSeconds(31));
        hand.issuer.clock().advance(Duration.ofSeconds(31));
        hand.issuer.rotate(algorithm);
        assertThat(hand.travel("sandbox")).isInstanceOf(Redeemed.Genuine.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Lie.class,
            names = {"ENDLESS_ANSWER"},
            mode = EnumSource.Mode.EXCLUDE)
    void no_lie_is_believed(Lie lie) {
        hand.issuer.lie(lie);
        assertThat(hand.travel("sandbox")).isEqualTo(new Redeemed.Refused());
        assertThat(hand.travel("sandbox")).isInstanceOf(Redeemed.Genuine.class);
    }

    @Test
    void tokens_of_unknown_keys_do_not_make_us_read_the_keys_again_and_again() {
        assertThat(hand.travel("sandbox")).isInstanceOf(Redeemed.Genuine.class);
        hand.issuer
                .faults()
                .add(Fault.of(Fault.Kind.ERROR, 500).times(1).on("GET", "/.well-known/jwks"));
        hand.issuer.lie(Lie.UNKNOWN_KEY);
        assertThat(hand.travel("sandbox")).isEqualTo(new Redeemed.Refused());
        assertThat(hand.issuer.faults().all()).hasSize(1);
        assertThat(hand.travel("sandbox")).isInstanceOf(Redeemed.Genuine.class);
    }

    @Test
    void a_code_is_good_once_and_for_its_own_journey() {
        Journey journey = IssuerAtHand.journey("sandbox");
        Map<String, String> back = hand.go(journey);
        Journey other = IssuerAtHand.journey("sandbox");
        assertThat(hand.redeem(other, hand.go(journey))).isEqualTo(new Redeemed.Refused());
        assertThat(hand.redeem(journey, back)).isInstanceOf(Redeemed.Genuine.class);
        assertThat(hand.redeem(journey, back)).isEqualTo(new Redeemed.Refused());
        assertThat(hand.redeem(journey, "made up", Optional.of(hand.issuer.url().toString())))
                .isEqualTo(new Redeemed.Refused());
    }

    @Test
    void an_answer_of_another_issuer_or_of_nobody_is_not_taken() {
        Journey journey = IssuerAtHand.journey("sandbox");
        String code = hand.go(journey).get("code");
        assertThat(hand.redeem(journey, code, Optional.of("https://issuer.example")))
                .isEqualTo(new Redeemed.Refused());
        assertThat(hand.redeem(journey, code, Optional.empty())).isEqualTo(new Redeemed.Refused());
    }

    @Test
    void an_issuer_that_says_that_it_is_another_is_not_talked_to() {
        assertThat(hand.begin(IssuerAtHand.journey("liar"))).isEqualTo(new Begun.Unavailable());
    }

    @Test
    void a_shop_that_is_not_known_there_is_refused() {
        assertThat(hand.travel("stranger")).isEqualTo(new Redeemed.Refused());
    }

    @Test
    void nobody_is_asked_whom_the_configuration_does_not_name() {
        assertThat(hand.begin(IssuerAtHand.journey("nobody")))
                .isEqualTo(new Begun.NoSuchProvider());
        assertThat(hand.providers().all()).contains(new Provider("apple", "Apple"));
    }

    @Test
    void an_e_mail_that_nobody_made_sure_of_is_none() {
        hand.issuer.consent(Person.of("sub-2", "someone@shop.test").unverified());
        assertThat(((Redeemed.Genuine) hand.travel("sandbox")).person().email()).isEmpty();
    }

    @Test
    void a_user_of_telegram_is_known_by_his_id_and_not_by_its_subject() {
        hand.issuer.consent(Person.of("another-identifier", "").ofTelegram(42));
        assertThat(((Redeemed.Genuine) hand.travel("telegram")).person().subject()).isEqualTo("42");
        hand.issuer.consent(Person.of("without-an-id", ""));
        assertThat(hand.travel("telegram")).isEqualTo(new Redeemed.Refused());
    }

    @Test
    void a_provider_that_is_slow_broken_or_endless_is_away() {
        assertThat(hand.begin(IssuerAtHand.journey("away"))).isEqualTo(new Begun.Unavailable());
        Journey journey = IssuerAtHand.journey("sandbox");
        Map<String, String> back = hand.go(journey);
        hand.restart(Duration.ofSeconds(2));
        hand.issuer.faults().add(Fault.of(Fault.Kind.LATENCY, 3_500).times(1).on("POST", "/token"));
        assertThat(hand.redeem(journey, back)).isEqualTo(new Redeemed.Unavailable());
        hand.issuer.faults().clear();
        hand.restart();
        hand.issuer.faults().add(Fault.of(Fault.Kind.ERROR, 502).on("POST", "/token"));
        assertThat(hand.travel("sandbox")).isEqualTo(new Redeemed.Unavailable());
        hand.issuer.faults().clear();
        hand.issuer.lie(Lie.ENDLESS_ANSWER);
        assertThat(hand.travel("sandbox")).isEqualTo(new Redeemed.Unavailable());
        hand.restart();
        hand.issuer.faults().add(Fault.of(Fault.Kind.ERROR, 500).on("GET", "/.well-known"));
        assertThat(hand.begin(IssuerAtHand.journey("sandbox"))).isEqualTo(new Begun.Unavailable());
    }

    @Test
    void what_was_read_is_good_for_a_day_while_the_provider_is_away() {
        assertThat(hand.begin(IssuerAtHand.journey("sandbox"))).isInstanceOf(Begun.Page.class);
        hand.issuer.faults().add(Fault.of(Fault.Kind.ERROR, 500).on("GET", "/.well-known"));
        hand.clock.advance(Duration.ofHours(2));
        assertThat(hand.begin(IssuerAtHand.journey("sandbox"))).isInstanceOf(Begun.Page.class);
        hand.clock.advance(Duration.ofHours(23));
        assertThat(hand.begin(IssuerAtHand.journey("sandbox"))).isEqualTo(new Begun.Unavailable());
        hand.clock.advance(Duration.ofHours(-25));
    }

    @Test
    void apple_is_shown_a_secret_that_our_key_signs_and_sends_a_form() {
        Journey journey = IssuerAtHand.journey("apple");
        URI page = ((Begun.Page) hand.begin(journey)).url();
        assertThat(IssuerAtHand.query(page))
                .containsEntry("response_mode", "form_post")
                .containsEntry("redirect_uri", "https://shop.test/api/v1/auth/oauth/apple/form");
        String code = hand.formOf(page).get("code");
        assertThat(hand.redeem(journey, code, Optional.empty()))
                .isInstanceOf(Redeemed.Genuine.class);
    }
}
