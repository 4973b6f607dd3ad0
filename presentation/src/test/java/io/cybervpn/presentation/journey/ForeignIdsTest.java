package io.cybervpn.presentation.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.repository.Identities;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.ApiOperations;
import io.cybervpn.presentation.shared.ApiOperations.Call;
import io.cybervpn.presentation.shared.PermissionTable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
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
    @Inject UnitOfWork unitOfWork;

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
        return Map.of(
                "/api/v1/identities/{id}", linked(owner),
                "/api/v1/sessions/{id}", owner.get("/sessions").getString("items[0].id"),
                "/api/v1/orders/{id}", paid.getString("id"),
                "/api/v1/payments/{id}", paid.getString("payment.id"),
                "/api/v1/subscriptions/{id}", paid.getString("subscriptionId"));
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

    @Test
    void another_customers_id_is_not_found_anywhere() {
        Shopper owner = Shopper.register();
        Map<String, String> belongings = belongings(owner);
        belongings.forEach(
                (path, id) ->
                        assertThat(owner.asks().get(path.replace("{id}", id)).statusCode())
                                .isIn(200, 405));
        String stranger = Logins.newCustomer();
        List<String> wrong = new ArrayList<>();
        for (Call call : idTaking()) {
            String filled = filled(call, belongings, wrong);
            int status = call.at(filled, Optional.of(stranger)).statusCode();
            if (status != 404) {
                wrong.add(call.id() + " gave " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<Call> idTaking() {
        return ApiOperations.served().all().values().stream()
                .filter(call -> call.path().contains("{"))
                .filter(call -> table.admits(call.id(), "customer"))
                .filter(call -> !table.admits(call.id(), "guest"))
                .toList();
    }

    private static String filled(Call call, Map<String, String> belongings, List<String> wrong) {
        Optional<String> root =
                belongings.keySet().stream().filter(call.path()::startsWith).findFirst();
        if (root.isEmpty()) {
            wrong.add(call.id() + ": tell this test how a customer gets one of these");
        }
        return call.path().replace("{id}", root.map(belongings::get).orElse("unknown"));
    }
}
