package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks one provider about open payments and does what follows for each. */
@Singleton
final class Inquiry {
    /** Payments worked on at once; each in units of work of its own. */
    private static final int CONCURRENCY = 4;

    /** Longer than any gateway takes by its own contract: one that hangs is let go. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    private final Following following;
    private final Invoicing invoicing;

    @Inject
    Inquiry(Following following, Invoicing invoicing) {
        this.following = following;
        this.invoicing = invoicing;
    }

    /**
     * Resolves all it can. One payment that fails does not stop the others.
     *
     * @return false when the provider gave no answer
     */
    Uni<Boolean> resolve(PaymentGateway gateway, List<Payment> due) {
        Map<String, PaymentRequest> invoiced = new HashMap<>();
        List<PaymentRequest> uncertain = new ArrayList<>();
        for (Payment payment : due) {
            Following.referenceToAsk(payment)
                    .ifPresentOrElse(
                            reference -> invoiced.put(reference, payment.request()),
                            () -> uncertain.add(payment.request()));
        }
        return Uni.join()
                .all(answered(askStatuses(gateway, invoiced)), answered(search(gateway, uncertain)))
                .usingConcurrencyOf(1)
                .andCollectFailures()
                .map(answers -> !answers.contains(false));
    }

    private static <T> Uni<T> inTime(Uni<T> asked) {
        return asked.ifNoItem()
                .after(ANSWER_MAX)
                .failWith(() -> new GatewayUnavailable("it hangs"));
    }

    private static Uni<Boolean> answered(Uni<Void> inquiry) {
        return inquiry.replaceWith(true).onFailure(GatewayUnavailable.class).recoverWithItem(false);
    }

    private Uni<Void> askStatuses(PaymentGateway gateway, Map<String, PaymentRequest> invoiced) {
        return invoiced.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .deferred(() -> gateway.statuses(List.copyOf(invoiced.keySet())))
                        .plug(Inquiry::inTime)
                        .chain(statuses -> followAll(invoiced, statuses));
    }

    private Uni<Void> followAll(
            Map<String, PaymentRequest> invoiced, Map<String, InvoiceStatus> statuses) {
        return each(
                invoiced.entrySet().stream()
                        .map(
                                entry ->
                                        following.follow(
                                                entry.getValue(),
                                                statuses.getOrDefault(
                                                        entry.getKey(), new InvoiceStatus.Over())))
                        .toList());
    }

    /** An answer got lost, or we crashed before we had it: look before a second invoice is made. */
    private Uni<Void> search(PaymentGateway gateway, List<PaymentRequest> uncertain) {
        if (uncertain.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<PaymentId> ids = uncertain.stream().map(PaymentRequest::id).collect(Collectors.toSet());
        Instant oldest =
                uncertain.stream()
                        .map(PaymentRequest::createdAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return Uni.createFrom()
                .deferred(() -> gateway.search(ids, oldest))
                .plug(Inquiry::inTime)
                .map(found -> found.stream().collect(Collectors.groupingBy(FoundInvoice::payment)))
                .chain(found -> settleAll(gateway, uncertain, found));
    }

    private Uni<Void> settleAll(
            PaymentGateway gateway,
            List<PaymentRequest> uncertain,
            Map<PaymentId, List<FoundInvoice>> found) {
        return each(
                uncertain.stream()
                        .map(
                                request ->
                                        settle(
                                                gateway,
                                                request,
                                                found.getOrDefault(request.id(), List.of())))
                        .toList());
    }

    private Uni<Void> settle(
            PaymentGateway gateway, PaymentRequest request, List<FoundInvoice> found) {
        if (!found.isEmpty()) {
            return adopt(request, found);
        }
        return following.isLate(request)
                ? following.giveUpIfLate(request)
                : invoicing.make(gateway, request).replaceWithVoid();
    }

    /** Takes the most useful invoice as the payment's own; the money of every paid one counts. */
    private Uni<Void> adopt(PaymentRequest request, List<FoundInvoice> found) {
        List<FoundInvoice> bestFirst =
                found.stream().sorted(Comparator.comparingInt(Inquiry::rank)).toList();
        List<Uni<Void>> steps = new ArrayList<>();
        steps.add(invoicing.found(request.id(), bestFirst.getFirst().invoice()).replaceWithVoid());
        bestFirst.stream()
                .filter(one -> one.status() instanceof InvoiceStatus.Paid)
                .forEach(one -> steps.add(following.follow(request, one.status())));
        if (steps.size() == 1) {
            steps.add(following.follow(request, bestFirst.getFirst().status()));
        }
        return Uni.join().all(steps).usingConcurrencyOf(1).andFailFast().replaceWithVoid();
    }

    private static int rank(FoundInvoice found) {
        return switch (found.status()) {
            case InvoiceStatus.Paid _ -> 0;
            case InvoiceStatus.Active _ -> 1;
            case InvoiceStatus.Over _, InvoiceStatus.Ended _ -> 2;
        };
    }

    private static Uni<Void> each(List<Uni<Void>> tasks) {
        return Uni.join()
                .all(tasks)
                .usingConcurrencyOf(CONCURRENCY)
                .andCollectFailures()
                .replaceWithVoid();
    }
}
