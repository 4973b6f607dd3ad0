package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Looking at payments and the check button (R89, R91). */
class CheckAndViewPaymentTest {
    private static final Actor BUYER = new Actor.Customer(PaymentWorld.BUYER);
    private static final Actor OTHER = new Actor.Customer(new AccountId(new UUID(9, 9)));
    private static final Actor STAFF =
            new Actor.Staff(new AccountId(new UUID(9, 8)), Set.of(Permission.PAYMENTS_READ));
    private static final Page.Request FIRST_PAGE = new Page.Request(0, 10, true);

    private final PaymentWorld world = new PaymentWorld();
    private final PaymentId payment = world.pending();
    private final InMemoryPaymentViews views = new InMemoryPaymentViews(world.payments);

    @Test
    void the_check_button_captures_what_is_paid() {
        world.provider.pay(world.reference());

        assertThat(check(BUYER)).isEqualTo("captured");
        assertThat(check(BUYER)).isEqualTo("captured");

        assertThat(world.ledger.transactions()).hasSize(1);
    }

    @Test
    void an_unpaid_one_stays_as_it_is() {
        assertThat(check(BUYER)).isEqualTo("pending");
    }

    @Test
    void late_money_is_found_by_the_button_too() {
        world.provider.expire(world.reference());
        world.clock.advance(Duration.ofHours(2));
        assertThat(world.resolve().taken()).isEqualTo(1);
        world.provider.pay(world.reference());

        assertThat(check(BUYER)).isEqualTo("captured");
    }

    @Test
    void another_customers_payment_is_not_there() {
        world.provider.pay(world.reference());

        assertThat(check(OTHER)).isEqualTo("NoSuchPayment[]");
        assertThat(check(new Actor.Guest())).isEqualTo("NoSuchPayment[]");
        assertThat(world.state(payment)).isEqualTo("pending");
    }

    @Test
    void a_provider_that_does_not_answer_leaves_us_where_we_were() {
        world.provider.mood(FakeProvider.Mood.DOWN);

        assertThat(check(BUYER)).startsWith("ProviderUnavailable");
        assertThat(world.state(payment)).isEqualTo("pending");
    }

    @Test
    void a_payment_is_shown_to_its_payer_and_to_staff() {
        ViewPayment view = new ViewPayment(views);
        for (Actor actor : List.of(BUYER, STAFF)) {
            assertThat(view(view, actor)).isInstanceOf(ViewPayment.Result.Found.class);
        }
        for (Actor actor : List.of(OTHER, new Actor.Guest())) {
            assertThat(view(view, actor)).isEqualTo(new ViewPayment.Result.NoSuchPayment());
        }
    }

    @Test
    void a_list_is_ones_own_and_everybodys_is_for_staff() {
        ListOwnPayments own = new ListOwnPayments(views);
        ListPayments all = new ListPayments(views);

        assertThat(own(own, BUYER))
                .isInstanceOfSatisfying(
                        ListOwnPayments.Result.Listed.class,
                        listed -> assertThat(listed.page().items()).hasSize(1));
        assertThat(own(own, OTHER))
                .isInstanceOfSatisfying(
                        ListOwnPayments.Result.Listed.class,
                        listed -> assertThat(listed.page().items()).isEmpty());
        assertThat(own(own, new Actor.Guest())).isEqualTo(new ListOwnPayments.Result.Forbidden());
        assertThat(all(all, BUYER, PaymentFilter.NONE))
                .isEqualTo(new ListPayments.Result.Forbidden());
    }

    @Test
    void staff_find_what_is_flagged_and_why() {
        Money little = new Money(1, Asset.RUB);
        assertThat(world.confirm(payment, world.provider.pay(world.reference(), little)))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);
        world.pending();

        assertThat(all(new ListPayments(views), STAFF, PaymentFilter.in("flagged")))
                .isInstanceOfSatisfying(
                        ListPayments.Result.Listed.class,
                        listed -> {
                            PaymentRecord found = listed.page().items().getFirst();
                            assertThat(listed.page().total()).contains(1L);
                            assertThat(found.received()).isEqualTo(Optional.of(little));
                            assertThat(found.reason().orElseThrow()).startsWith("underpaid");
                        });
    }

    /** The state, or which refusal. */
    private String check(Actor actor) {
        CheckPayment.Result result =
                world.checkPayment
                        .execute(new CheckPayment.Command(actor, payment))
                        .await()
                        .indefinitely();
        return result instanceof CheckPayment.Result.Checked checked
                ? checked.payment().state()
                : result.toString();
    }

    private ViewPayment.Result view(ViewPayment view, Actor actor) {
        return view.execute(new ViewPayment.Command(actor, payment)).await().indefinitely();
    }

    private static ListOwnPayments.Result own(ListOwnPayments list, Actor actor) {
        return list.execute(new ListOwnPayments.Command(actor, FIRST_PAGE)).await().indefinitely();
    }

    private static ListPayments.Result all(ListPayments list, Actor actor, PaymentFilter filter) {
        return list.execute(new ListPayments.Command(actor, filter, FIRST_PAGE))
                .await()
                .indefinitely();
    }
}
