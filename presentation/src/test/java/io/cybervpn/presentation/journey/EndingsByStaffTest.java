package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cybervpn.application.identity.Admission;
import io.cybervpn.application.identity.LoginGate;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R51: staff forget customers and make two of them one. */
@QuarkusTest
class EndingsByStaffTest {
    @Inject StaffMembers staff;
    @Inject LoginGate loginGate;
    @Inject ShopClock clock;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private String proven(AccountId member) {
        return switch (loginGate
                .enterProven(member, new Client("a test", "192.0.2.1"))
                .await()
                .indefinitely()) {
            case Admission.LoggedIn(_, var tokens) -> tokens.access();
            case Admission.SecondFactorOwed _, Admission.Blocked _ ->
                    throw new AssertionError("not let in");
        };
    }

    private RequestSpecification decides(AccountId member) {
        return given().auth()
                .oauth2(proven(member))
                .contentType("application/json")
                .header("X-Reason", "asked by letter");
    }

    @Test
    void staff_forget_a_customer_with_a_reason_and_a_fresh_second_factor() {
        Shopper shopper = Shopper.register();
        String user = "/api/v1/admin/users/" + shopper.get("/me").getString("id");
        var admin = staff.withRole("admin");
        admin.asks().delete(user).then().statusCode(400).body("code", equalTo("reason_required"));
        clock.advance(Duration.ofMinutes(11));
        admin.asks()
                .header("X-Reason", "asked by letter")
                .delete(user)
                .then()
                .statusCode(403)
                .body("code", equalTo("step_up_required"));
        clock.reset();
        assertThat(shopper.asks().get("/api/v1/me").statusCode()).isEqualTo(200);

        decides(admin.id()).delete(user).then().statusCode(204);

        assertThat(shopper.asks().get("/api/v1/me").statusCode()).isEqualTo(401);
        decides(admin.id()).delete(user).then().statusCode(404);
        admin.asks().get(user).then().statusCode(200).body("status", equalTo("erased"));
        decides(admin.id()).post(user + "/unblock").then().statusCode(404);
    }

    @Test
    void staff_make_two_customers_one() {
        Shopper goer = Shopper.register();
        Shopper keeper = Shopper.register();
        String gone = goer.get("/me").getString("id");
        String kept = keeper.get("/me").getString("id");
        var admin = staff.withRole("admin");
        String path = "/api/v1/admin/users/" + gone + "/merge";
        decides(admin.id()).body(Map.of("into", gone)).post(path).then().statusCode(422);
        decides(admin.id()).body(Map.of("into", kept)).post(path).then().statusCode(204);
        decides(admin.id()).body(Map.of("into", kept)).post(path).then().statusCode(204);
        assertThat(goer.asks().get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(keeper.asks().get("/api/v1/me").statusCode()).isEqualTo(200);
        decides(admin.id())
                .queryParam("objectId", gone)
                .get("/api/v1/admin/audit")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("account.merge"))
                .body("items.reason", hasItem("asked by letter"));
    }
}
