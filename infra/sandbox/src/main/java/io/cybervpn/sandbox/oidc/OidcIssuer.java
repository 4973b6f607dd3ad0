package io.cybervpn.sandbox.oidc;

import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.SandboxServer;
import io.cybervpn.sandbox.http.StateLock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** An identity provider: its server, and what tests may reach directly. */
public final class OidcIssuer implements AutoCloseable {

    /** The client with a secret. */
    public static final String CLIENT_ID = "sandbox-client";

    /** Its secret; none, nothing but the sandbox accepts it. */
    public static final String CLIENT_SECRET = "sandbox:client secret/of=nobody";

    /** Where the issuer is that takes secrets in Apple's way. */
    public static final String APPLE_PATH = "/apple";

    /** The client whose secret is signed by a key, as Apple's are. */
    public static final String APPLE_CLIENT_ID = "sandbox.apple";

    /** Its team. */
    public static final String APPLE_TEAM = "TEAM123456";

    /** The id of its key. */
    public static final String APPLE_KEY = "KEY1234567";

    private final SandboxClock clock = new SandboxClock();
    private final Faults faults = new Faults();
    private final StateLock lock = new StateLock();
    private final Codes codes = new Codes();
    private final KeyPair appleKey = SigningKey.of(APPLE_KEY, "ES256").pair();
    private final List<SigningKey> keys = new ArrayList<>();
    private final AtomicReference<Optional<Person>> consent =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Lie>> lie = new AtomicReference<>(Optional.empty());
    private final Webhooks webhooks;
    private final SandboxServer server;
    private final URI url;

    /** Starts listening; port 0 takes any free one. */
    public OidcIssuer(Vertx vertx, int port) {
        keys.add(SigningKey.of("key-1", "RS256"));
        this.webhooks = new Webhooks(vertx, faults, "", List.of());
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> Answer.json(400, error("invalid_request")),
                                call -> Answer.json(500, error("server_error"))));
        addControl(
                new Control(
                        server,
                        new Control.World(
                                "identity provider",
                                faults,
                                webhooks,
                                clock,
                                this::state,
                                this::reset)));
        this.url = server.listen(port);
        new OidcRoutes(
                        new OidcRoutes.Parts(
                                new Clients(appleKey, url + APPLE_PATH),
                                codes,
                                new Tokens(clock),
                                url.toString()),
                        this)
                .add(server);
    }

    private void addControl(Control control) {
        control.on(
                POST,
                "/_sandbox/consent",
                "{subject, email} comes from now on without being asked; {} asks again",
                this::consentTo);
        control.on(
                POST,
                "/_sandbox/lie",
                "{lie}: what is wrong with the next token",
                call -> {
                    lie(
                            Lie.valueOf(
                                    call.bodyOrEmpty()
                                            .getString("lie", "")
                                            .toUpperCase(Locale.ROOT)));
                    return Answer.empty(204);
                });
        control.on(
                POST,
                "/_sandbox/rotate",
                "another key signs; the old one is not published any more",
                call -> {
                    rotate("RS256");
                    return Answer.empty(204);
                });
    }

    private Answer consentTo(Call call) {
        JsonObject wish = call.bodyOrEmpty();
        consent.set(
                Optional.ofNullable(wish.getString("subject"))
                        .map(subject -> Person.of(subject, wish.getString("email", ""))));
        return Answer.empty(204);
    }

    private JsonObject state() {
        JsonArray published = new JsonArray();
        keys.forEach(key -> published.add(key.published()));
        return new JsonObject().put("keys", published).put("openCodes", codes.size());
    }

    private void reset() {
        codes.clear();
        consent.set(Optional.empty());
        lie.set(Optional.empty());
    }

    static JsonObject error(String code) {
        return new JsonObject().put("error", code);
    }

    /** {@code http://127.0.0.1:port}, the issuer. */
    public URI url() {
        return url;
    }

    /** Who comes from now on, without being asked. */
    public void consent(Person person) {
        consent.set(Optional.of(person));
    }

    /** What is wrong with the next token. */
    public void lie(Lie next) {
        lie.set(Optional.of(next));
    }

    /** Another key signs from now on, by that algorithm; the old ones are gone. */
    public void rotate(String algorithm) {
        lock.run(
                () -> {
                    SigningKey next = SigningKey.of("key-" + System.nanoTime(), algorithm);
                    keys.clear();
                    keys.add(next);
                });
    }

    /** The key of Apple's client, PKCS #8 in PEM. */
    public String appleKeyPem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(appleKey.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    /** The provider's time. */
    public SandboxClock clock() {
        return clock;
    }

    Optional<Person> consented() {
        return consent.get();
    }

    Optional<Lie> takeLie() {
        return lie.getAndSet(Optional.empty());
    }

    List<SigningKey> keys() {
        return List.copyOf(keys);
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }
}
