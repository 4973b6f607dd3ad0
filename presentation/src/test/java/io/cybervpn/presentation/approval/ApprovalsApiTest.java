package io.cybervpn.presentation.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.cybervpn.application.approval.AskApproval;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four eyes over HTTP, with a deed of the test. */
@QuarkusTest
class ApprovalsApiTest {
    private static final String APPROVALS = "/api/v1/admin/approvals";

    @Inject StaffMembers staff;
    @Inject AskApproval askApproval;
    @Inject CountedDeed deed;
    @Inject ShopClock clock;

    private final String subject = UUID.randomUUID().toString();
    private Member anna;
    private Member bert;

    @BeforeEach
    void hire() {
        anna = staff.withRole("admin");
        bert = staff.withRole("admin");
    }

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private String asked() {
        AskApproval.Result result =
                askApproval
                        .execute(
                                new AskApproval.Command(
                                        new Actor.Staff(
                                                anna.id(),
                                                EnumSet.allOf(Permission.class),
                                                Optional.of(clock.instant())),
                                        CountedDeed.KIND,
                                        subject,
                                        new Money(500_000, Asset.RUB),
                                        Map.of("order", "17"),
                                        "asked by a test"))
                        .await()
                        .indefinitely();
        return ((AskApproval.Result.Asked) result).approval().id().value().toString();
    }

    private static ValidatableResponse decide(Member by, String id, String verdict) {
        return by.decides().post(APPROVALS + "/" + id + "/" + verdict).then();
    }

    @Test
    void of_many_approvals_at_once_one_counts_and_the_deed_is_done_once() {
        String id = asked();
        List<Integer> statuses =
                IntStream.range(0, 6)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        decide(bert, id, "approve")
                                                                .extract()
                                                                .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409);
        assertThat(deed.timesOf(subject)).isEqualTo(1);
        bert.asks()
                .queryParam("objectId", id)
                .get("/api/v1/admin/audit")
                .then()
                .body("items.action", hasItems("approvals.ask", "approvals.approve"))
                .body("items.reason", hasItem("a decision of a test"));
    }

    @Test
    void who_asked_does_not_decide_and_a_decision_wants_a_reason_and_a_fresh_proof() {
        String id = asked();
        decide(anna, id, "approve").statusCode(409).body("code", equalTo("own_wish"));
        bert.asks()
                .post(APPROVALS + "/" + id + "/reject")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        clock.advance(Duration.ofMinutes(10));
        decide(bert, id, "reject").statusCode(403).body("code", equalTo("step_up_required"));
        clock.reset();
        decide(staff.withRole("operator"), id, "reject").statusCode(403);
        decide(bert, id, "reject")
                .statusCode(200)
                .body("state", equalTo("rejected"))
                .body("decidedBy", equalTo(bert.id().value().toString()));
        decide(bert, id, "approve").statusCode(409).body("code", equalTo("already_decided"));
        decide(bert, UUID.randomUUID().toString(), "approve").statusCode(404);
        assertThat(deed.timesOf(subject)).isZero();
    }

    @Test
    void what_waits_is_listed_with_who_asked_for_how_much_and_why() {
        String id = asked();
        String one = "items.find { it.id == '" + id + "' }.";
        bert.asks()
                .queryParam("state", "open")
                .get(APPROVALS)
                .then()
                .statusCode(200)
                .body(one + "money.amount", equalTo("5000.00"))
                .body(one + "askedBy", equalTo(anna.id().value().toString()))
                .body(one + "reason", equalTo("asked by a test"))
                .body(one + "details.order", equalTo("17"));
        bert.asks().queryParam("state", "lost").get(APPROVALS).then().statusCode(400);
        bert.asks().queryParam("limit", 0).get(APPROVALS).then().statusCode(400);
        staff.withRole("viewer").asks().get(APPROVALS).then().statusCode(403);
    }
}
