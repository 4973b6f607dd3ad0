package io.cybervpn.presentation.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.PasskeyId;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.identity.repository.Identities;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.cybervpn.presentation.identity.KeyMaker;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.ApiOperations;
import io.cybervpn.presentation.shared.ApiOperations.Call;
import io.cybervpn.presentation.shared.ApiOperations.Caller;
import io.cybervpn.presentation.shared.PermissionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What belongs to another customer does not exist, wherever an id is taken (R233). */
@QuarkusTest
class ForeignIdsTest {
    @Inject Identities identities;
    @Inject Passkeys passkeys;
    @Inject UnitOfWork unitOfWork;
    @Inject KeyMaker keys;
    @Inject Pool pool;

    private final PermissionTable table = PermissionTable.read();

    /** One thing of each sort that a customer can have, by the path under which it is. */
    private Map<String, String> belongings(Shopper owner) {
        String plan =
                RestAssured.get("/api/v1/plans?size=200")
                        .jsonPath()
                        .getString("items.find { it.code == 'basic' }.id");
        JsonPath order =
                owner.ordered(
                        new JsonObject()
                                .put("planId", plan)
                                .put("termDays", 30)
                                .put("currency", "RUB")
                                .put("paymentMethod", "cryptobot"));
        owner.pay(order);
        JsonPath paid = owner.settled(order);
        String copy =
                owner.asks()
                        .body(new JsonObject().put("password", owner.password()).encode())
                        .post("/api/v1/account/export")
                        .path("id");
        return Map.of(
                "/api/v1/account/exports/{id}", copy,
                "/api/v1/identities/{id}", linked(owner),
                "/api/v1/passkeys/{id}", passkeyOf(owner),
                "/api/v1/sessions/{id}", owner.get("/sessions").getString("items[0].id"),
                "/api/v1/invoices/{id}", invoiceOf(owner),
                "/api/v1/orders/{id}", paid.getString("id"),
                "/api/v1/payments/{id}", paid.getString("payment.id"),
                "/api/v1/payment-methods/saved/{id}", savedMethod(paid),
                "/api/v1/subscriptions/{id}", paid.getString("subscriptionId"));
    }

    private static String invoiceOf(Shopper owner) {
        return owner.awaited("/invoices", seen -> seen.getList("items").size() == 1)
                .getString("items[0].id");
    }

    private String linked(Shopper owner) {
        LinkedIdentity identity =
                new LinkedIdentity(
                        new IdentityId(UUID.randomUUID()),
                        new AccountId(UUID.fromString(owner.get("/me").getString("id"))),
                        ExternalId.telegram(System.nanoTime()),
                        Optional.empty(),
                        Instant.now());
        unitOfWork.run(() -> identities.add(identity)).await().indefinitely();
        return identity.id().value().toString();
    }

    private String passkeyOf(Shopper owner) {
        Passkey passkey =
                new Passkey(
                        new PasskeyId(UUID.randomUUID()),
                        new AccountId(UUID.fromString(owner.get("/me").getString("id"))),
                        new Passkey.Credential("credential-" + System.nanoTime(), "key"),
                        new Passkey.Counter(0, false, false),
                        "Phone",
                        Instant.now(),
                        Optional.empty());
        unitOfWork.run(() -> passkeys.add(passkey)).await().indefinitely();
        return passkey.id().value().toString();
    }

    @Test
    void another_customers_id_is_not_found_anywhere() {
        Shopper owner = Shopper.register();
        Map<String, String> belongings = belongings(owner);
        belongings.forEach(
                (path, id) ->
                        assertThat(owner.asks().get(path.replace("{id}", id)).statusCode())
                                .isIn(200, 405));
        Caller stranger = new Caller(Optional.of(Logins.newCustomer()), Optional.empty());
        List<String> wrong = new ArrayList<>();
        refused("customer", stranger, belongings, wrong);
        refused("key for customer", keyFor(Shopper.register()), belongings, wrong);
        assertThat(wrong).isEmpty();
    }

    private Caller keyFor(Shopper customer) {
        return new Caller(
                Optional.of(keys.ofAllScopes().key()),
                Optional.of(customer.get("/me").getString("id")));
    }

    private void refused(
            String kind, Caller caller, Map<String, String> belongings, List<String> wrong) {
        for (Call call : idTaking(kind)) {
            String filled = filled(call, belongings, wrong);
            int status = sound(call).at(filled, caller).statusCode();
            if (status != 404) {
                wrong.add(call.id() + " by a " + kind + " gave " + status);
            }
        }
    }

    /** What is wrong with a body is told first, so that these need a good one. */
    private static Call sound(Call call) {
        Optional<String> body =
                switch (call.id()) {
                    case "changePlan" ->
                            Optional.of(
                                    "{\"planId\": \"%s\", \"termDays\": 30, \"currency\": \"RUB\", \"mode\": \"convert\", \"asOf\": \"%s\", \"fingerprint\": \"x\"}"
                                            .formatted(UUID.randomUUID(), Instant.now()));
                    case "orderAddOn", "quoteAddOn" ->
                            Optional.of(
                                    "{\"addOnId\": \"%s\", \"currency\": \"RUB\", \"paymentMethod\": \"cryptobot\"}"
                                            .formatted(UUID.randomUUID()));
                    case "renameDevice" -> Optional.of("{\"name\": \"Phone\"}");
                    case "setServiceSshKey" -> Optional.of("{\"key\": \"ssh-ed25519 AAAA\"}");
                    case "setAutoRenew" -> Optional.of("{\"enabled\": false}");
                    case String _ -> call.body();
                };
        return new Call(call.id(), call.method(), call.path(), body);
    }

    private String savedMethod(JsonPath paid) {
        String id = UUID.randomUUID().toString();
        pool.query(
                        "insert into saved_method select '%s', payer, provider, id, 'sealed', 'Card', now() from payment where id = '%s'"
                                .formatted(id, paid.getString("payment.id")))
                .execute()
                .await()
                .indefinitely();
        return id;
    }

    private List<Call> idTaking(String kind) {
        return ApiOperations.served().all().values().stream()
                .filter(call -> call.path().contains("{"))
                // Providers are the shop's, and nobody's own.
                .filter(call -> !call.path().contains("{provider}"))
                // So are servers.
                .filter(call -> !call.path().startsWith("/api/v1/servers/"))
                .filter(call -> table.admits(call.id(), kind))
                .filter(call -> !table.admits(call.id(), "guest"))
                .toList();
    }

    private static String filled(Call call, Map<String, String> belongings, List<String> wrong) {
        Optional<String> root =
                belongings.keySet().stream().filter(call.path()::startsWith).findFirst();
        if (root.isEmpty()) {
            wrong.add(call.id() + ": tell this test how a customer gets one of these");
        }
        return call.path()
                .replace("{id}", root.map(belongings::get).orElse("unknown"))
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }
}
