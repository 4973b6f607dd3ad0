package io.cybervpn.presentation.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.server.LocateServers;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A node of the shop's panel for each test, and who asks about it. */
abstract class ServerTestBase {
    static final String ADMIN = "/api/v1/admin/servers";

    @Inject NodesOfTheShop nodes;
    @Inject LocateServers locate;
    @Inject Pool pool;

    final String name = "fi-" + UUID.randomUUID().toString().substring(0, 8);
    String ref = "";
    String id = "";
    private final List<UUID> given = new ArrayList<>();

    /** Pushes are held, so that looks are those of the test. */
    @BeforeEach
    void there_is_a_node() {
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0));
        ref = nodes.add(name);
        // the shop itself may have found it first; found it must be
        assertThat(nodes.synced().silent()).isZero();
        id = nodes.idOf(ref);
    }

    @AfterEach
    void it_goes() {
        pool.preparedQuery("delete from access where id = any($1)")
                .execute(Tuple.of(given.toArray(UUID[]::new)))
                .await()
                .indefinitely();
        ShopWorld.sandbox().panel().faults().clear();
        nodes.remove(ref);
        assertThat(nodes.synced().silent()).isZero();
    }

    static RequestSpecification staff() {
        return given().auth()
                .oauth2(Logins.admin())
                .header("X-Reason", "a test of servers")
                .contentType("application/json");
    }

    record Customer(AccountId id, String email, String token) {
        RequestSpecification asks() {
            return given().auth().oauth2(token);
        }
    }

    static Customer customer() {
        String email = Logins.freshEmail();
        var login = Logins.register(email).extract();
        return new Customer(
                new AccountId(UUID.fromString(login.path("account.id"))),
                email,
                login.path("tokens.accessToken"));
    }

    /** As if he had bought a plan that leads to this group. */
    void give(Customer customer, String group) {
        UUID access = UUID.randomUUID();
        given.add(access);
        pool.preparedQuery(
                        """
                        insert into access (id, account_id, username, enabled, expire_at, traffic_reset,
                            server_groups, generation, status, created_at, updated_at)
                        values ($1, $2, $3, true, now() + interval '9 days', 'month', array[$4], 1,
                            'pending', now(), now())""")
                .execute(Tuple.of(access, customer.id().value(), "cv_" + access, group))
                .await()
                .indefinitely();
    }

    String mine() {
        return "items.find { it.id == '" + id + "' }";
    }
}
