package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.payment.port.PaymentNotices;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Applies the stored pushes of payment providers, in the unit of work that settles the message. */
@Singleton
public final class ApplyPaymentNotice implements InboxHandler {
    private final PaymentGateways gateways;
    private final ConfirmPayment confirmPayment;
    private final LookingAgain lookingAgain;
    private final ApplyReturns applyReturns;
    private final Keeping keeping;
    private final Recurring recurring;
    private final KeepForeignMoney keepForeign;

    @Inject
    ApplyPaymentNotice(
            PaymentGateways gateways,
            ConfirmPayment confirmPayment,
            LookingAgain lookingAgain,
            ApplyReturns applyReturns,
            Keeping keeping,
            Recurring recurring,
            KeepForeignMoney keepForeign) {
        this.gateways = gateways;
        this.confirmPayment = confirmPayment;
        this.lookingAgain = lookingAgain;
        this.applyReturns = applyReturns;
        this.keeping = keeping;
        this.recurring = recurring;
        this.keepForeign = keepForeign;
    }

    /** A push and who sent it. */
    record Said(String provider, Notice notice) {}

    /** What became of the pushes that are about payments of ours. */
    private record Done(
            Iterator<ConfirmPayment.Result> confirmed,
            Agreed agreed,
            Set<LookingAgain.Hint> lookedAt,
            Iterator<Applied> returned,
            Iterator<Applied> foreign) {}

    /** What became of the pushes that are about agreements. */
    private record Agreed(Iterator<ConfirmPayment.Result> charged, Iterator<Applied> heard) {}

    @Override
    public boolean handles(String source) {
        return gateways.noticesOf(source).isPresent();
    }

    @Override
    public Uni<Applied> apply(Inbox.Message message) {
        return applyAll(List.of(message)).map(List::getFirst);
    }

    /** Confirms all the paid ones together; what is not about money needs no database. */
    @Override
    public Uni<List<Applied>> applyAll(List<Inbox.Message> messages) {
        List<Said> said = messages.stream().map(this::read).toList();
        return confirmed(said)
                .call(() -> keepAll(said))
                .chain(results -> agreed(said).chain(agreed -> lookedAt(said, results, agreed)))
                .map(done -> said.stream().map(one -> answer(one, done)).toList());
    }

    private Uni<Agreed> agreed(List<Said> said) {
        List<Recurring.Charged> charges = new ArrayList<>();
        List<Notice.Standing> words = new ArrayList<>();
        for (Said one : said) {
            switch (one.notice()) {
                case Notice.Recurring notice ->
                        charges.add(new Recurring.Charged(one.provider(), notice));
                case Notice.Standing word -> words.add(word);
                case Notice _ -> {}
            }
        }
        return recurring
                .takeAll(charges)
                .chain(
                        taken ->
                                recurring
                                        .hearAll(words)
                                        .map(
                                                heard ->
                                                        new Agreed(
                                                                taken.iterator(),
                                                                heard.iterator())));
    }

    private Uni<Done> lookedAt(
            List<Said> said, List<ConfirmPayment.Result> results, Agreed agreed) {
        return applyReturns
                .ask(PushHints.asks(said))
                .chain(() -> lookingAgain.lookNow(PushHints.looks(said)))
                .call(ours -> applyReturns.ask(PushHints.strangers(said, ours)))
                .chain(ours -> done(said, results, agreed, ours));
    }

    /** Money of nobody comes before what goes back, which may be the same. */
    private Uni<Done> done(
            List<Said> said,
            List<ConfirmPayment.Result> results,
            Agreed agreed,
            Set<LookingAgain.Hint> ours) {
        return keepForeign
                .executeAll(PushHints.foreign(said))
                .chain(
                        kept ->
                                applyReturns
                                        .execute(PushHints.returns(said))
                                        .map(
                                                noted ->
                                                        new Done(
                                                                results.iterator(),
                                                                agreed,
                                                                ours,
                                                                noted.iterator(),
                                                                kept.iterator())));
    }

    private Said read(Inbox.Message message) {
        PaymentNotices notices = gateways.noticesOf(message.source()).orElseThrow();
        return new Said(notices.provider(), notices.read(message.body()));
    }

    private Uni<List<ConfirmPayment.Result>> confirmed(List<Said> said) {
        List<ConfirmPayment.Command> commands = new ArrayList<>();
        for (Said one : said) {
            if (one.notice() instanceof Notice.Paid(var payment, var receipt, _)) {
                commands.add(new ConfirmPayment.Command(payment, one.provider(), receipt));
            }
        }
        return commands.isEmpty()
                ? Uni.createFrom().item(List.of())
                : confirmPayment.executeAll(commands);
    }

    /** After the money: what is not paid is not kept. */
    private Uni<Void> keepAll(List<Said> said) {
        return Multi.createFrom()
                .iterable(said)
                .onItem()
                .transformToUniAndConcatenate(one -> keep(one.notice()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> keep(Notice notice) {
        return notice instanceof Notice.Paid(var payment, _, var kept) && kept.isPresent()
                ? keeping.keep(payment, kept.get())
                : Uni.createFrom().voidItem();
    }

    private static Applied answer(Said said, Done done) {
        return switch (said.notice()) {
            case Notice.Paid _ -> applied(done.confirmed().next());
            case Notice.Recurring _ -> applied(done.agreed().charged().next());
            case Notice.Standing _ -> done.agreed().heard().next();
            case Notice.PaidForeign _ -> done.foreign().next();
            case Notice.AskForeign(var reference) ->
                    new Applied(
                            Inbox.Outcome.FLAGGED,
                            "invoice %s is said to be paid and is not ours: the provider is asked"
                                    .formatted(reference));
            case Notice.Look(var payment, _) ->
                    lookedAt(new LookingAgain.Hint(payment, said.provider()), done);
            case Notice.Returned _ -> done.returned().next();
            case Notice.Ask(var about) ->
                    new Applied(Inbox.Outcome.APPLIED, "the provider is asked about " + about);
            case Notice.Irrelevant(var what) -> new Applied(Inbox.Outcome.IGNORED, what);
            case Notice.NotUnderstood(var why) -> new Applied(Inbox.Outcome.FLAGGED, why);
        };
    }

    private static Applied lookedAt(LookingAgain.Hint hint, Done done) {
        return done.lookedAt().contains(hint)
                ? new Applied(
                        Inbox.Outcome.APPLIED,
                        "the provider is asked about payment %s".formatted(hint.payment().value()))
                : noPayment(hint.payment());
    }

    private static Applied noPayment(PaymentId payment) {
        return new Applied(Inbox.Outcome.FLAGGED, "no payment %s".formatted(payment.value()));
    }

    private static Applied applied(ConfirmPayment.Result result) {
        return switch (result) {
            case ConfirmPayment.Result.Confirmed(var payment, var first) ->
                    new Applied(
                            Inbox.Outcome.APPLIED,
                            "payment %s %s"
                                    .formatted(
                                            payment.value(),
                                            first ? "captured" : "was captured before"));
            case ConfirmPayment.Result.Flagged(var payment, var reason) ->
                    new Applied(
                            Inbox.Outcome.FLAGGED,
                            "payment %s: %s".formatted(payment.value(), reason));
            case ConfirmPayment.Result.NoSuchPayment(var payment) -> noPayment(payment);
        };
    }
}
