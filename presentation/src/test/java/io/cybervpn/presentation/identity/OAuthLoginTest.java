package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.oidc.Lie;
import io.cybervpn.sandbox.oidc.OidcIssuer;
import io.cybervpn.sandbox.oidc.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R45: logins and links by OpenID Connect, at a real provider. */
@QuarkusTest
class OAuthLoginTest {
    private static final String PAGE = "https://portal.test/back";

    private static OidcIssuer issuer() {
        return ShopWorld.sandbox().issuer();
    }

    @AfterEach
    void calm_down() {
        issuer().faults().clear();
    }

    private static Person somebody(String email) {
        Person person = Person.of(UUID.randomUUID().toString(), email);
        issuer().consent(person);
        return person;
    }

    /** Begins, goes to the provider and has what it gave. */
    private static Map<String, String> travel(String provider) {
        return travel(given(), "/api/v1/auth/oauth/" + provider);
    }

    private static Map<String, String> travel(
            io.restassured.specification.RequestSpecification caller, String path) {
        var begun =
                caller.contentType("application/json")
                        .body(Map.of("redirectUri", PAGE))
                        .post(path)
                        .then()
                        .statusCode(201)
                        .header("Cache-Control", "no-store")
                        .body("expiresAt", notNullValue())
                        .extract();
        Map<String, String> back = back(begun.path("authorizationUrl"));
        assertThat(back).containsEntry("state", begun.path("state"));
        back.put("secret", begun.path("secret"));
        back.keySet().removeIf(name -> name.equals("user"));
        return back;
    }

    private static Map<String, String> back(String url) {
        String location =
                given().redirects()
                        .follow(false)
                        .urlEncodingEnabled(false)
                        .get(URI.create(url))
                        .then()
                        .statusCode(302)
                        .extract()
                        .header("location");
        return IssuerPages.query(URI.create(location));
    }

    private static ValidatableResponse finish(String provider, Map<String, String> back) {
        return Logins.post("oauth/" + provider + "/callback", back);
    }

    @Test
    void the_first_login_makes_the_account_and_the_next_finds_it() {
        String email = Logins.freshEmail();
        Person person = somebody(email);
        var first =
                finish("sandbox", travel("sandbox"))
                        .statusCode(201)
                        .header("Cache-Control", "no-store")
                        .body("account.email", equalTo(email))
                        .extract();
        finish("sandbox", travel("sandbox"))
                .statusCode(200)
                .body("account.id", equalTo(first.path("account.id")));
        given().auth()
                .oauth2(first.path("tokens.accessToken"))
                .get("/api/v1/identities")
                .then()
                .body("items", hasSize(1))
                .body("items[0].provider", equalTo("sandbox"))
                .body("items[0].subject", equalTo(person.subject()))
                .body("items[0].shownAs", equalTo("Ivan Petrov"));
    }

    @Test
    void an_e_mail_that_has_an_account_opens_nothing_until_its_owner_links_it() {
        String email = Logins.freshEmail();
        String token = Logins.register(email).extract().path("tokens.accessToken");
        somebody(email);
        finish("sandbox", travel("sandbox")).statusCode(409).body("code", equalTo("link_required"));
        String path = "/api/v1/identities/oauth/sandbox";
        Map<String, String> back = travel(given().auth().oauth2(token), path);
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(back)
                .post(path + "/callback")
                .then()
                .statusCode(200)
                .body("provider", equalTo("sandbox"));
        finish("sandbox", travel("sandbox")).statusCode(200).body("account.email", equalTo(email));
    }

    @Test
    void an_e_mail_that_the_provider_has_not_verified_is_nobodys() {
        String email = Logins.freshEmail();
        Logins.register(email);
        issuer().consent(Person.of(UUID.randomUUID().toString(), email).unverified());
        finish("sandbox", travel("sandbox")).statusCode(201).body("account.email", nullValue());
    }

    @Test
    void what_one_browser_began_no_other_finishes_and_it_ends_once() {
        somebody(Logins.freshEmail());
        Map<String, String> back = travel("sandbox");
        Map<String, String> stolen = new HashMap<>(back);
        stolen.put("secret", "of another browser");
        finish("sandbox", stolen).statusCode(410).body("code", equalTo("oauth_gone"));
        finish("sandbox", back).statusCode(410);
        Map<String, String> again = travel("sandbox");
        finish("telegram", again).statusCode(410);
        Map<String, String> good = travel("sandbox");
        finish("sandbox", good).statusCode(201);
        finish("sandbox", good).statusCode(410);
    }

    @Test
    void a_journey_for_a_login_links_nothing_and_one_for_a_link_is_its_beginners() {
        somebody(Logins.freshEmail());
        String path = "/api/v1/identities/oauth/sandbox";
        String token = Logins.newCustomer();
        linkBy(token, travel("sandbox")).statusCode(410);
        Map<String, String> back = travel(given().auth().oauth2(token), path);
        linkBy(Logins.newCustomer(), back).statusCode(410);
        finish("sandbox", travel(given().auth().oauth2(token), path)).statusCode(410);
        linkBy(token, travel(given().auth().oauth2(token), path)).statusCode(200);
        String other = Logins.newCustomer();
        linkBy(other, travel(given().auth().oauth2(other), path))
                .statusCode(409)
                .body("code", equalTo("identity_taken"));
        somebody(Logins.freshEmail());
        linkBy(token, travel(given().auth().oauth2(token), path))
                .statusCode(409)
                .body("code", equalTo("identity_occupied"));
    }

    private static ValidatableResponse linkBy(String token, Map<String, String> back) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(back)
                .post("/api/v1/identities/oauth/sandbox/callback")
                .then();
    }

    @Test
    void a_lie_of_the_provider_opens_nothing() {
        somebody(Logins.freshEmail());
        Map<String, String> back = travel("sandbox");
        issuer().lie(Lie.OTHER_NONCE);
        finish("sandbox", back).statusCode(401).body("code", equalTo("oauth_refused"));
        Map<String, String> mixedUp = travel("sandbox");
        mixedUp.put("iss", "https://issuer.example");
        finish("sandbox", mixedUp).statusCode(401);
    }

    @Test
    void a_provider_that_is_away_is_said_to_be_so() {
        somebody(Logins.freshEmail());
        Map<String, String> back = travel("sandbox");
        issuer().faults().add(Fault.of(Fault.Kind.ERROR, 503).on("POST", "/token"));
        finish("sandbox", back)
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("provider_unavailable"));
    }

    @Test
    void only_pages_of_ours_get_a_code() {
        begin("https://portal.test.evil.example/").statusCode(400);
        begin("https://evil.example/").statusCode(400);
        begin("https://user@portal.test/").statusCode(400);
        begin("https://portal.test/#x").statusCode(400);
        begin("https://portal.test/a/../b").statusCode(400);
        begin("//portal.test/").statusCode(400);
        begin("javascript:alert(1)").statusCode(400);
        begin("cybervpn://oauth/other")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/redirectUri"));
        begin("cybervpn://oauth").statusCode(201);
        begin("http://nobody", "nobody").statusCode(400);
        begin(PAGE, "nobody").statusCode(404);
    }

    private static ValidatableResponse begin(String page) {
        return begin(page, "sandbox");
    }

    private static ValidatableResponse begin(String page, String provider) {
        return Logins.post("oauth/" + provider, Map.of("redirectUri", page));
    }

    @Test
    void telegrams_login_of_today_is_the_same_person_as_in_its_mini_app() {
        long id = InitData.freshId();
        issuer().consent(Person.of("of-telegram", "").ofTelegram(id));
        Map<String, String> back = travel("telegram");
        var login = Logins.post("telegram", Map.of("oidc", back)).statusCode(201).extract();
        Logins.post("telegram", Map.of("oidc", back)).statusCode(410);
        Logins.post("telegram", Map.of("initData", InitData.of(id, java.time.Instant.now())))
                .statusCode(200)
                .body("account.id", equalTo(login.path("account.id")));
        finish("telegram", travel("telegram")).statusCode(200);
    }

    @Test
    void apple_sends_a_form_and_the_browser_goes_on_to_the_page() {
        somebody(Logins.freshEmail());
        var begun =
                Logins.post("oauth/apple", Map.of("redirectUri", PAGE)).statusCode(201).extract();
        Map<String, String> form = IssuerPages.form(URI.create(begun.path("authorizationUrl")));
        String location =
                given().redirects()
                        .follow(false)
                        .formParams(form)
                        .post("/api/v1/auth/oauth/apple/form")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        assertThat(location).startsWith(PAGE + "?");
        Map<String, String> back = IssuerPages.query(URI.create(location));
        back.put("secret", begun.path("secret"));
        String token = finish("apple", back).statusCode(201).extract().path("tokens.accessToken");
        given().auth()
                .oauth2(token)
                .get("/api/v1/identities")
                .then()
                .body("items[0].shownAs", equalTo("Ivan Petrov"));
        given().formParam("state", "nobody's")
                .post("/api/v1/auth/oauth/apple/form")
                .then()
                .statusCode(410);
    }

    @Test
    void the_login_page_hears_who_there_is() {
        given().get("/api/v1/auth/providers")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("sandbox"))
                .body("items.find { it.name == 'sandbox' }.label", equalTo("Sandbox"));
    }
}
