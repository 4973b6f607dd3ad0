package io.cybervpn.presentation.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R26-R29 over HTTP and on PostgreSQL: one for each person, however he asks. */
@QuarkusTest
class TrialOverHttpTest {
    private static final String TRIAL = "/api/v1/trial";

    @Inject StaffMembers staff;
    @Inject Pool pool;

    private record Person(String id, String token) {
        static Person of(String email) {
            JsonPath json = Logins.register(email).extract().jsonPath();
            return new Person(json.getString("account.id"), json.getString("tokens.accessToken"));
        }

        RequestSpecification asks() {
            return RestAssured.given().auth().oauth2(token).contentType("application/json");
        }

        int start() {
            return asks().body("{}").post(TRIAL).statusCode();
        }
    }

    @Test
    void of_twenty_at_once_by_two_accounts_of_one_mailbox_one_begins() {
        String name = "trial" + UUID.randomUUID().toString().replace("-", "");
        Person one = Person.of(name + "+a@gmail.com");
        Person other = Person.of(name.substring(0, 9) + "." + name.substring(9) + "@gmail.com");
        one.asks().get(TRIAL).then().statusCode(200).body("state", equalTo("available"));

        List<Integer> codes =
                IntStream.range(0, 20)
                        .mapToObj(i -> i % 2 == 0 ? one : other)
                        .map(who -> CompletableFuture.supplyAsync(who::start))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(codes).containsOnly(201, 409).filteredOn(code -> code == 201).hasSize(1);
        other.asks()
                .get(TRIAL)
                .then()
                .body("state", equalTo("used"))
                .body("why", equalTo("trial_used"))
                .body("days", equalTo(2));
        await().atMost(Duration.ofSeconds(60)).until(() -> bytes(one, other).equals("2147483648"));
    }

    /** What the panel is to give them. */
    private String bytes(Person one, Person other) {
        return pool.preparedQuery(
                        "select coalesce(string_agg(traffic_limit_bytes::text, ' '), '') as x"
                                + " from access where account_id in ($1, $2) and enabled")
                .execute(Tuple.of(UUID.fromString(one.id()), UUID.fromString(other.id())))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("x");
    }

    @Test
    void staff_give_the_right_again() {
        Person person = Person.of(Logins.freshEmail());
        assertThat(person.start()).isEqualTo(201);
        assertThat(person.start()).isEqualTo(409);
        String path = "/api/v1/admin/users/" + person.id() + "/reset-trial";
        staff.withRole("viewer").decides().post(path).then().statusCode(403);
        staff.withRole("support").asks().post(path).then().statusCode(400);
        staff.withRole("support").decides().post(path).then().statusCode(204);
        assertThat(person.start()).isEqualTo(201);
        RestAssured.given().contentType("application/json").get(TRIAL).then().statusCode(401);
    }
}
