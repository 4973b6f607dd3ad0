package io.cybervpn.domain.appstore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.StoreTrouble;
import io.cybervpn.domain.appstore.model.Bringing.Known;
import io.cybervpn.domain.appstore.model.Bringing.Outcome;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a reading brings (R77, R273). */
class BringingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant BOUGHT = NOW.minus(Duration.ofDays(10));
    private static final Instant END = NOW.plus(Duration.ofDays(20));
    private static final PlanId PLAN = new PlanId(UUID.randomUUID());
    private static final PlanId OTHER_PLAN = new PlanId(UUID.randomUUID());
    private static final AccountId ALICE = new AccountId(UUID.randomUUID());
    private static final AccountId BOB = new AccountId(UUID.randomUUID());
    private static final StoreProduct MONTH = product("month", PLAN, Optional.empty());
    private static final StoreProduct YEAR = product("year", OTHER_PLAN, Optional.empty());
    private static final StoreProduct ONCE = product("once", PLAN, Optional.of(7));

    private static StoreProduct product(String name, PlanId plan, Optional<Integer> days) {
        return new StoreProduct("app_store", name, plan, days, NOW);
    }

    private static StoreCustomer customer(AccountId account, boolean leaving) {
        return new StoreCustomer(
                account.value().toString(), account, NOW, Optional.empty(), leaving);
    }

    private static Purchase purchase(String transaction, String product, Instant end) {
        return new Purchase(
                new PurchaseKey("app_store", transaction),
                product,
                Environment.PRODUCTION,
                BOUGHT,
                Optional.of(end),
                Optional.empty(),
                Optional.empty());
    }

    private static Known nothing(StoreCustomer customer) {
        return new Known(
                customer, Environment.PRODUCTION, List.of(), List.of(), List.of(MONTH, YEAR, ONCE));
    }

    /** What is known after an outcome. */
    private static Known after(Known before, Outcome outcome, StoreCustomer customer) {
        List<StoreService> services =
                new ArrayList<>(
                        before.services().stream()
                                .filter(
                                        one ->
                                                outcome.services().stream()
                                                        .noneMatch(
                                                                other ->
                                                                        other.id()
                                                                                .equals(one.id())))
                                .toList());
        services.addAll(outcome.services());
        List<KeptPurchase> purchases =
                new ArrayList<>(
                        before.purchases().stream()
                                .filter(
                                        one ->
                                                outcome.purchases().stream()
                                                        .noneMatch(
                                                                other ->
                                                                        other.key()
                                                                                .equals(one.key())))
                                .toList());
        purchases.addAll(outcome.purchases());
        return new Known(customer, Environment.PRODUCTION, services, purchases, before.products());
    }

    private static Outcome bring(Known known, Purchase... purchases) {
        return Bringing.bring(
                known,
                new Reading(NOW, List.of(purchases)),
                NOW,
                () -> new StoreServiceId(UUID.randomUUID()));
    }

    private static Known aliceHas(Purchase... purchases) {
        Known nothing = nothing(customer(ALICE, false));
        return after(nothing, bring(nothing, purchases), customer(ALICE, false));
    }

    @Test
    void a_purchase_opens_a_service_up_to_its_end_once() {
        Known known = aliceHas(purchase("t1", "month", END));

        assertThat(known.services()).hasSize(1);
        assertThat(known.services().getFirst().paidUntil()).isEqualTo(END);
        assertThat(known.services().getFirst().startedAt()).isEqualTo(BOUGHT);
        Outcome again = bring(known, purchase("t1", "month", END));
        assertThat(again.services()).isEmpty();
        assertThat(again.purchases()).isEmpty();
        assertThat(again.nextLook()).contains(END.minus(Duration.ofHours(1)));
    }

    @Test
    void a_tester_gets_nothing_in_a_shop_that_sells() {
        Purchase played =
                new Purchase(
                        new PurchaseKey("app_store", "t1"),
                        "month",
                        Environment.SANDBOX,
                        BOUGHT,
                        Optional.of(END),
                        Optional.empty(),
                        Optional.empty());

        Outcome outcome = bring(nothing(customer(ALICE, false)), played);

        assertThat(outcome.services()).isEmpty();
        assertThat(outcome.purchases()).isEmpty();
    }

    @Test
    void a_renewal_takes_the_place_of_what_it_renews() {
        Known known = aliceHas(purchase("t1", "month", END));
        Instant later = END.plus(Duration.ofDays(30));

        Known renewed =
                after(known, bring(known, purchase("t2", "month", later)), customer(ALICE, false));

        assertThat(renewed.services()).hasSize(1);
        assertThat(renewed.services().getFirst().paidUntil()).isEqualTo(later);
        assertThat(renewed.purchases()).filteredOn(KeptPurchase::listed).hasSize(1);
    }

    @Test
    void grace_prolongs_and_a_refund_ends_and_its_reversal_restores() {
        Known known = aliceHas(purchase("t1", "month", END));
        Purchase plain = purchase("t1", "month", END);
        Instant grace = END.plus(Duration.ofDays(3));
        Purchase graced =
                new Purchase(
                        plain.key(),
                        "month",
                        Environment.PRODUCTION,
                        BOUGHT,
                        Optional.of(END),
                        Optional.of(grace),
                        Optional.empty());
        Purchase refunded =
                new Purchase(
                        plain.key(),
                        "month",
                        Environment.PRODUCTION,
                        BOUGHT,
                        Optional.of(END),
                        Optional.empty(),
                        Optional.of(NOW));

        assertThat(bring(known, graced).services().getFirst().paidUntil()).isEqualTo(grace);
        Outcome gone = bring(known, refunded);
        assertThat(gone.services().getFirst().paidUntil()).isEqualTo(NOW);
        Known without = after(known, gone, customer(ALICE, false));
        assertThat(bring(without, plain).services().getFirst().paidUntil()).isEqualTo(END);
    }

    @Test
    void a_change_to_a_product_of_another_plan_opens_another_service() {
        Known known = aliceHas(purchase("t1", "month", END));
        Instant later = NOW.plus(Duration.ofDays(365));

        Outcome outcome = bring(known, purchase("t1", "month", NOW), purchase("t2", "year", later));

        assertThat(outcome.services())
                .extracting(StoreService::plan, StoreService::paidUntil)
                .containsExactlyInAnyOrder(tuple(PLAN, NOW), tuple(OTHER_PLAN, later));
    }

    @Test
    void a_transfer_takes_from_one_and_gives_to_the_other_in_either_order() {
        Purchase bought = purchase("t1", "month", END);
        Known alice = aliceHas(bought);

        Outcome left = bring(after(alice, bring(alice, bought), customer(ALICE, true)));
        assertThat(left.services().getFirst().paidUntil()).isEqualTo(NOW);

        Known seenByBob =
                new Known(
                        customer(BOB, false),
                        Environment.PRODUCTION,
                        alice.services(),
                        alice.purchases(),
                        alice.products());
        Outcome came = bring(seenByBob, bought);
        assertThat(came.services())
                .extracting(StoreService::account, StoreService::paidUntil)
                .containsExactlyInAnyOrder(tuple(ALICE, NOW), tuple(BOB, END));
    }

    @Test
    void what_is_missing_without_a_transfer_stays_and_is_told() {
        Outcome outcome = bring(aliceHas(purchase("t1", "month", END)));

        assertThat(outcome.services()).isEmpty();
        assertThat(outcome.troubles())
                .extracting(StoreTrouble::kind)
                .containsExactly("purchase_vanished");
    }

    @Test
    void what_has_no_plan_waits_and_what_has_no_end_lasts_as_staff_said() {
        Outcome unknown = bring(nothing(customer(ALICE, false)), purchase("t1", "week", END));
        assertThat(unknown.unmapped()).isTrue();
        assertThat(unknown.services()).isEmpty();
        assertThat(unknown.troubles())
                .extracting(StoreTrouble::kind)
                .containsExactly("product_without_plan");

        Purchase once =
                new Purchase(
                        new PurchaseKey("app_store", "t9"),
                        "once",
                        Environment.PRODUCTION,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(bring(nothing(customer(ALICE, false)), once).services().getFirst().paidUntil())
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void a_base_plan_is_found_by_its_own_name_or_by_its_subscription() {
        Known known = nothing(customer(ALICE, false));

        assertThat(bring(known, purchase("t1", "month:p1m", END)).services()).hasSize(1);
        assertThat(bring(known, purchase("t1", "week:p1w", END)).services()).isEmpty();
    }

    @Test
    void an_older_reading_is_known_by_its_time() {
        StoreCustomer read = new StoreCustomer("a", ALICE, NOW, Optional.of(NOW), false);

        assertThat(read.hasNewerThan(new Reading(NOW.minusMillis(1), List.of()))).isTrue();
        assertThat(read.hasNewerThan(new Reading(NOW, List.of()))).isFalse();
    }
}
