package io.cybervpn.application.appstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.model.KeptPurchase;
import io.cybervpn.domain.appstore.model.PurchaseKey;
import io.cybervpn.domain.appstore.model.StoreCustomer;
import io.cybervpn.domain.appstore.model.StoreProduct;
import io.cybervpn.domain.appstore.model.StoreService;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.cybervpn.domain.appstore.repository.StoreProducts;
import io.cybervpn.domain.appstore.repository.StoreServices;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of purchases does. Its customers are of long ago: only they are due then. */
public abstract class StoresContract {
    /** A plan that exists. */
    protected static final PlanId PLAN =
            new PlanId(UUID.fromString("019b0000-0000-7000-8000-000000000011"));

    /** What customers and products of this contract are called by. */
    protected static final String MARK = "contract-";

    private static final Instant THEN = Instant.parse("2001-01-31T10:00:00Z");
    private static final Instant FAR = Instant.parse("2300-01-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final String name = MARK + UUID.randomUUID();
    private final AccountId account = new AccountId(UUID.randomUUID());

    protected abstract StoreCustomers customers();

    protected abstract StoreServices services();

    protected abstract StoreProducts products();

    protected abstract UnitOfWork unitOfWork();

    /** Somebody who has an account. */
    protected abstract AccountId somebody();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private void run(Supplier<Uni<Void>> work) {
        inTransaction(() -> work.get().replaceWith(true));
    }

    private void ask(String who, boolean leaving, Instant now) {
        run(() -> customers().ask(who, account, leaving, now));
    }

    private List<StoreCustomer> claim(Instant now) {
        return inTransaction(() -> customers().claimDue(now, 1000)).stream()
                .filter(one -> one.appUser().startsWith(name))
                .toList();
    }

    private StoreCustomer known(String who) {
        return inTransaction(() -> customers().lock(who)).orElseThrow();
    }

    private void finish(StoreCustomer read, boolean unmapped, Optional<Instant> next) {
        run(() -> customers().finish(read, THEN.plusSeconds(9), unmapped, next));
    }

    @Test
    void only_accounts_of_ours_are_ours_in_the_order_asked_for() {
        AccountId one = somebody();
        AccountId other = somebody();
        List<UUID> asked = List.of(other.value(), UUID.randomUUID(), one.value());
        assertThat(inTransaction(() -> customers().ours(asked))).containsExactly(other, one);
    }

    @Test
    void who_is_due_is_due_again_after_pauses_that_grow_until_he_was_read() {
        ask(name, false, THEN);
        StoreCustomer first = claim(THEN).getFirst();
        assertThat(first)
                .isEqualTo(new StoreCustomer(name, account, THEN, Optional.empty(), false));
        assertThat(claim(THEN)).isEmpty();
        assertThat(claim(THEN.plusSeconds(1))).containsExactly(first);
        assertThat(claim(THEN.plusSeconds(2))).isEmpty();
        assertThat(claim(THEN.plusSeconds(3))).containsExactly(first);
        finish(first, false, Optional.of(THEN.plus(MONTH)));
        assertThat(claim(THEN.plus(MONTH).minusSeconds(1))).isEmpty();
        assertThat(claim(THEN.plus(MONTH)))
                .extracting(StoreCustomer::readAt)
                .containsExactly(Optional.of(THEN.plusSeconds(9)));
    }

    @Test
    void pauses_grow_to_ten_minutes_at_most() {
        ask(name, false, THEN);
        Instant now = THEN;
        for (int tries = 0; tries < 12; tries++) {
            assertThat(claim(now)).hasSize(1);
            now = now.plusSeconds(600);
        }
        assertThat(claim(now.minusSeconds(1))).isEmpty();
        assertThat(claim(now)).hasSize(1);
    }

    @Test
    void who_was_asked_for_while_he_was_read_stays_due_and_is_still_leaving() {
        ask(name, false, THEN);
        StoreCustomer read = claim(THEN).getFirst();
        ask(name, true, THEN.plusSeconds(5));
        finish(read, false, Optional.empty());
        StoreCustomer again = claim(THEN.plusSeconds(5)).getFirst();
        assertThat(again.leaving()).isTrue();
        ask(name, false, THEN.plusSeconds(5));
        assertThat(known(name).leaving()).isTrue();
        finish(again, false, Optional.empty());
        assertThat(known(name).leaving()).isFalse();
        assertThat(claim(THEN.plus(MONTH))).isEmpty();
    }

    @Test
    void those_without_a_plan_and_only_they_are_due_when_there_is_one() {
        ask(name + "-a", false, THEN);
        ask(name + "-b", false, THEN);
        claim(THEN).forEach(one -> finish(one, one.appUser().endsWith("b"), Optional.empty()));
        run(() -> customers().askUnmapped(THEN.plusSeconds(60)));
        assertThat(claim(THEN.plusSeconds(60)))
                .extracting(StoreCustomer::appUser)
                .containsExactly(name + "-b");
    }

    @Test
    void the_latest_read_come_first_and_who_was_never_read_does_not() {
        ask(name + "-a", false, THEN);
        ask(name + "-b", false, THEN);
        ask(name + "-c", false, THEN);
        read(name + "-a", FAR);
        read(name + "-b", FAR.plusSeconds(1));
        assertThat(inTransaction(() -> customers().readSince(FAR, 10)))
                .extracting(StoreCustomer::appUser)
                .containsExactly(name + "-b", name + "-a");
        assertThat(inTransaction(() -> customers().readSince(FAR, 1))).hasSize(1);
        assertThat(inTransaction(() -> customers().readSince(FAR.plusSeconds(1), 10))).hasSize(1);
    }

    private void read(String who, Instant at) {
        StoreCustomer one = known(who);
        run(() -> customers().finish(one, at, false, Optional.empty()));
    }

    @Test
    void a_merge_moves_customers_and_their_services_and_an_erasure_forgets_the_customers() {
        AccountId into = new AccountId(UUID.randomUUID());
        ask(name, false, THEN);
        StoreService service = serviceOf(account);
        run(() -> customers().reown(account, into));
        run(() -> services().reown(account, into));
        assertThat(known(name).account()).isEqualTo(into);
        assertThat(servicesOf(account, List.of())).isEmpty();
        assertThat(servicesOf(into, List.of()))
                .extracting(StoreService::id)
                .containsExactly(service.id());
        run(() -> customers().forget(into));
        assertThat(inTransaction(() -> customers().lock(name))).isEmpty();
        assertThat(servicesOf(into, List.of())).hasSize(1);
    }

    private StoreService serviceOf(AccountId owner) {
        StoreService service =
                new StoreService(
                        new StoreServiceId(UUID.randomUUID()), owner, PLAN, THEN, THEN.plus(MONTH));
        run(() -> services().save(List.of(service), THEN));
        return service;
    }

    private List<StoreService> servicesOf(AccountId owner, List<PurchaseKey> keys) {
        return inTransaction(() -> services().of(owner, keys));
    }

    @Test
    void a_service_changes_its_end_and_nothing_else() {
        StoreService service = serviceOf(account);
        Instant end = THEN.plus(MONTH.multipliedBy(2));
        AccountId other = new AccountId(UUID.randomUUID());
        StoreService changed = new StoreService(service.id(), other, PLAN, end, end);
        run(() -> services().save(List.of(changed), THEN));
        assertThat(inTransaction(() -> services().lock(service.id())))
                .contains(new StoreService(service.id(), account, PLAN, THEN, end));
    }

    @Test
    void a_customer_has_one_service_of_a_plan_whoever_stores_it_first() {
        serviceOf(account);
        assertThatThrownBy(() -> serviceOf(account));
        assertThat(servicesOf(account, List.of())).hasSize(1);
    }

    @Test
    void a_transaction_is_one_whoever_has_it_and_leads_to_the_service_that_it_pays() {
        StoreService mine = serviceOf(account);
        AccountId other = new AccountId(UUID.randomUUID());
        StoreService theirs = serviceOf(other);
        KeptPurchase bought = purchase(mine, "t-" + name, true);
        run(() -> services().keep(List.of(bought), THEN));
        assertThat(servicesOf(other, List.of(bought.key())))
                .extracting(StoreService::id)
                .containsExactlyInAnyOrder(mine.id(), theirs.id());

        KeptPurchase moved = purchase(theirs, "t-" + name, false);
        run(() -> services().keep(List.of(moved), THEN));
        List<StoreServiceId> both = List.of(mine.id(), theirs.id());
        assertThat(inTransaction(() -> services().purchasesOf(both))).containsExactly(moved);
        assertThat(inTransaction(() -> services().purchasesOf(List.of(mine.id())))).isEmpty();
    }

    private KeptPurchase purchase(StoreService service, String transaction, boolean listed) {
        return new KeptPurchase(
                new PurchaseKey("app_store", transaction),
                name,
                service.id(),
                "month",
                THEN,
                THEN.plus(MONTH),
                listed ? Optional.empty() : Optional.of(THEN.plusSeconds(1)),
                listed);
    }

    @Test
    void a_product_is_stored_once_changed_and_removed() {
        StoreProduct monthly = new StoreProduct("app_store", name, PLAN, Optional.of(30), THEN);
        StoreProduct endless = new StoreProduct("app_store", name, PLAN, Optional.empty(), FAR);
        run(() -> products().put(monthly));
        assertThat(product()).contains(monthly);
        run(() -> products().put(endless));
        assertThat(product()).contains(endless);
        assertThat(inTransaction(() -> products().all())).containsOnlyOnce(endless);
        run(() -> products().remove("app_store", name));
        run(() -> products().remove("app_store", name));
        assertThat(product()).isEmpty();
    }

    private Optional<StoreProduct> product() {
        return inTransaction(() -> products().lock("app_store", name));
    }
}
