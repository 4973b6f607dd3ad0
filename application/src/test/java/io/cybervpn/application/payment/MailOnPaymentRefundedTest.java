package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.FindMailbox;
import io.cybervpn.application.identity.InMemoryAccounts;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The customer is told that his money came back, and the event says what growth has to know. */
class MailOnPaymentRefundedTest {
    private static final long PRICE = PaymentWorld.PRICE.minorUnits();

    private final RefundWorld world = new RefundWorld();
    private final InMemoryAccounts accounts = new InMemoryAccounts(world.shop.unitOfWork);
    private final List<String> sent = new ArrayList<>();
    private final MailOnPaymentRefunded handler =
            new MailOnPaymentRefunded(
                    world.shop.unitOfWork,
                    world.refunds,
                    new FindMailbox(world.shop.unitOfWork, accounts),
                    (reader, amount, toWallet) ->
                            Uni.createFrom()
                                    .voidItem()
                                    .invoke(
                                            () ->
                                                    sent.add(
                                                            "%s %s %s %s"
                                                                    .formatted(
                                                                            reader.email(),
                                                                            reader.locale(),
                                                                            amount.toDecimal(),
                                                                            toWallet))),
                    world.shop.clock);

    private void buyer(Optional<Email> email, AccountStatus status) {
        accounts.put(
                new Account(
                        PaymentWorld.BUYER,
                        email,
                        Optional.empty(),
                        AccountKind.CUSTOMER,
                        status,
                        LanguageTag.ENGLISH,
                        Instant.EPOCH));
    }

    private void known() {
        buyer(Email.parse("buyer@example.org"), AccountStatus.ACTIVE);
    }

    private List<PaymentRefunded> events() {
        return world.shop.outbox.events(PaymentRefunded.class);
    }

    private void handle() {
        handler.handle(events().getLast()).await().indefinitely();
    }

    private PaymentId refunded(long units) {
        PaymentId payment = world.sold();
        assertThat(world.request(world.wish(payment, units, "one"))).isNotNull();
        assertThat(world.send().taken()).isOne();
        return payment;
    }

    @Test
    void who_has_an_address_is_told_how_much_and_which_way() {
        known();
        refunded(500);
        handle();
        assertThat(sent).containsExactly("buyer@example.org en 5.00 false");
    }

    @Test
    void who_has_none_or_is_gone_is_not_told() {
        buyer(Optional.empty(), AccountStatus.ACTIVE);
        refunded(500);
        handle();
        buyer(Email.parse("buyer@example.org"), AccountStatus.BLOCKED);
        handle();
        assertThat(sent).isEmpty();
    }

    @Test
    void what_was_undone_meanwhile_or_is_old_is_not_told() {
        known();
        PaymentId payment = world.sold();
        assertThat(world.note(payment, "re_1", 500, false)).isNotNull();
        assertThat(world.note(payment, "re_1", 500, true)).isNotNull();
        handle();
        assertThat(world.note(payment, "re_2", 500, false)).isNotNull();
        world.shop.clock.advance(Duration.ofDays(3));
        handle();
        assertThat(sent).isEmpty();
    }

    @Test
    void who_took_it_himself_by_his_bank_is_not_told() {
        known();
        PaymentId payment = world.sold();
        assertThat(world.note(payment, "dp_1", PRICE, RefundCause.DISPUTE, false)).isNotNull();
        handle();
        assertThat(sent).isEmpty();
    }

    @Test
    void the_event_says_whose_what_for_how_much_and_how_much_of_it_all() {
        PaymentId payment = refunded(500);
        assertThat(world.request(world.wish(payment, PRICE - 500, "rest"))).isNotNull();
        assertThat(world.send().taken()).isOne();

        assertThat(events())
                .allSatisfy(
                        event -> {
                            assertThat(event.payer()).isEqualTo(PaymentWorld.BUYER);
                            assertThat(event.payment()).isEqualTo(payment);
                            assertThat(event.subject())
                                    .isEqualTo(
                                            world.shop.payments.get(payment).request().subject());
                            assertThat(event.saleTotal()).isEqualTo(PaymentWorld.PRICE);
                        });
        assertThat(events())
                .extracting(PaymentRefunded::fromSale)
                .containsExactly(RefundWorld.rub(500), RefundWorld.rub(PRICE - 500));
    }
}
