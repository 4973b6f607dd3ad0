package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Payments to look at, from the store. */
public final class InMemoryPaymentViews implements PaymentViews {
    private final InMemoryPayments payments;

    public InMemoryPaymentViews(InMemoryPayments payments) {
        this.payments = payments;
    }

    @Override
    public Uni<Optional<PaymentView>> latestOf(UUID subject) {
        return Uni.createFrom()
                .item(
                        () ->
                                newestFirst(one -> one.request().subject().equals(subject)).stream()
                                        .map(PaymentView::of)
                                        .min(
                                                Comparator.comparing(
                                                        one ->
                                                                !one.state().equals("captured")
                                                                        || one.provider()
                                                                                .equals(
                                                                                        "wallet"))));
    }

    @Override
    public Uni<Optional<PaymentView>> find(PaymentId payment) {
        return Uni.createFrom()
                .item(
                        () ->
                                newestFirst(one -> one.id().equals(payment)).stream()
                                        .findFirst()
                                        .map(PaymentView::of));
    }

    @Override
    public Uni<Page<PaymentView>> ofPayer(AccountId payer, Page.Request page) {
        return Uni.createFrom()
                .item(() -> page(newestFirst(one -> one.request().payer().equals(payer)), page))
                .map(found -> found.map(PaymentView::of));
    }

    @Override
    public Uni<Page<PaymentRecord>> all(PaymentFilter filter, Page.Request page) {
        return Uni.createFrom()
                .item(() -> page(filter, page))
                .map(found -> found.map(InMemoryPaymentViews::recordOf));
    }

    private Page<Payment> page(PaymentFilter filter, Page.Request page) {
        List<Payment> all = newestFirst(one -> passes(one, filter));
        List<Payment> rest =
                all.stream()
                        .dropWhile(
                                one ->
                                        filter.after()
                                                .filter(last -> !isOlder(one, last))
                                                .isPresent())
                        .toList();
        return new Page<>(
                page(rest, page).items(),
                page.number(),
                page.size(),
                page.count() ? Optional.of((long) all.size()) : Optional.empty());
    }

    private static boolean isOlder(Payment one, PaymentId last) {
        return one.id().value().toString().compareTo(last.value().toString()) < 0;
    }

    private static boolean passes(Payment one, PaymentFilter filter) {
        PaymentView view = PaymentView.of(one);
        return (filter.states().isEmpty() || filter.states().contains(view.state()))
                && (filter.providers().isEmpty() || filter.providers().contains(view.provider()))
                && filter.payer().map(view.payer()::equals).orElse(true)
                && filter.text().map(text -> isNamed(one, text)).orElse(true)
                && filter.createdFrom().map(from -> !view.createdAt().isBefore(from)).orElse(true)
                && filter.createdTo().map(to -> view.createdAt().isBefore(to)).orElse(true);
    }

    private static boolean isNamed(Payment one, String text) {
        PaymentRecord found = recordOf(one);
        return Stream.of(one.id().value(), one.request().subject(), one.request().payer().value())
                        .anyMatch(id -> id.toString().equalsIgnoreCase(text))
                || found.reference().filter(text::equals).isPresent();
    }

    private List<Payment> newestFirst(Predicate<Payment> wanted) {
        return payments.all().stream().filter(wanted).toList().reversed();
    }

    private static Page<Payment> page(List<Payment> found, Page.Request page) {
        return new Page<>(
                found.stream().skip(page.offset()).limit(page.size()).toList(),
                page.number(),
                page.size(),
                page.count() ? Optional.of((long) found.size()) : Optional.empty());
    }

    private static PaymentRecord recordOf(Payment payment) {
        PaymentView view = PaymentView.of(payment);
        return switch (payment) {
            case Payment.Captured captured ->
                    new PaymentRecord(
                            view,
                            Optional.of(captured.receipt().reference()),
                            moneyOf(captured.receipt().received()),
                            Optional.empty());
            case Payment.Flagged flagged ->
                    new PaymentRecord(
                            view,
                            Optional.of(flagged.receipt().reference()),
                            moneyOf(flagged.receipt().received()),
                            Optional.of(flagged.reason()));
            case Payment.Failed failed ->
                    new PaymentRecord(
                            view, Optional.empty(), Optional.empty(), Optional.of(failed.reason()));
            case Payment.Pending pending ->
                    new PaymentRecord(
                            view,
                            Optional.of(pending.invoice().reference()),
                            Optional.empty(),
                            Optional.empty());
            case Payment.Expired expired ->
                    new PaymentRecord(
                            view, expired.reference(), Optional.empty(), Optional.empty());
            case Payment.Created _, Payment.Unknown _ ->
                    new PaymentRecord(view, Optional.empty(), Optional.empty(), Optional.empty());
        };
    }

    private static Optional<Money> moneyOf(Received received) {
        return received instanceof Received.Exact exact
                ? Optional.of(exact.money())
                : Optional.empty();
    }
}
