package io.cybervpn.application.payment;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.KeepConsent;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saved methods in memory. */
public final class InMemorySavedMethods implements SavedMethods {
    private final InMemoryTable<PaymentId, KeepConsent> consents;
    private final InMemoryTable<SavedMethodId, SavedMethod> methods;
    private final InMemoryTable<UUID, Charge> charges;
    private final InMemoryTable<SavedMethodId, Release> releases;
    private final InMemoryTable<PaymentId, SavedMethodId> forgotten;

    public InMemorySavedMethods(InMemoryUnitOfWork unitOfWork) {
        this.consents = unitOfWork.table();
        this.methods = unitOfWork.table();
        this.charges = unitOfWork.table();
        this.releases = unitOfWork.table();
        this.forgotten = unitOfWork.table();
    }

    private static Uni<Void> does(Runnable work) {
        return Uni.createFrom().voidItem().invoke(work);
    }

    @Override
    public Uni<Void> consent(KeepConsent consent) {
        return does(() -> consents.insert(consent.payment(), consent));
    }

    @Override
    public Uni<Optional<KeepConsent>> consentTo(PaymentId payment) {
        return Uni.createFrom().item(() -> consents.get(payment));
    }

    @Override
    public Uni<Boolean> add(SavedMethod method) {
        return Uni.createFrom().item(() -> addNow(method));
    }

    private boolean addNow(SavedMethod method) {
        return methods.where(one -> one.payment().equals(method.payment())).isEmpty()
                && forgotten.get(method.payment()).isEmpty()
                && methods.insert(method.id(), method);
    }

    @Override
    public Uni<Optional<SavedMethod>> find(SavedMethodId method, AccountId account) {
        return Uni.createFrom()
                .item(() -> methods.get(method).filter(one -> one.account().equals(account)));
    }

    @Override
    public Uni<List<SavedMethod>> of(AccountId account) {
        return Uni.createFrom()
                .item(
                        () ->
                                methods.where(one -> one.account().equals(account)).stream()
                                        .sorted(
                                                Comparator.comparing(
                                                                (SavedMethod one) ->
                                                                        one.id().value().toString())
                                                        .reversed())
                                        .toList());
    }

    @Override
    public Uni<Void> remove(SavedMethodId method) {
        return does(() -> methods.get(method).ifPresent(this::forget));
    }

    @Override
    public Uni<Void> noteRelease(SavedMethod method) {
        Release release = new Release(method.id(), method.provider(), method.sealedToken());
        return does(() -> releases.insert(method.id(), release));
    }

    @Override
    public Uni<Optional<Release>> toRelease(SavedMethodId method) {
        return Uni.createFrom().item(() -> releases.get(method));
    }

    @Override
    public Uni<Void> released(SavedMethodId method) {
        return does(() -> releases.remove(method));
    }

    @Override
    public Uni<Void> removeAllOf(AccountId account) {
        return does(
                () -> methods.where(one -> one.account().equals(account)).forEach(this::forget));
    }

    /** As in PostgreSQL, it is noted with the consent, if there is one. */
    private void forget(SavedMethod method) {
        consents.get(method.payment()).ifPresent(_ -> forgotten.put(method.payment(), method.id()));
        methods.remove(method.id());
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return does(
                () ->
                        methods.where(one -> one.account().equals(from))
                                .forEach(one -> methods.put(one.id(), moved(one, into))));
    }

    private static SavedMethod moved(SavedMethod one, AccountId into) {
        return new SavedMethod(
                one.id(),
                into,
                one.provider(),
                one.payment(),
                one.sealedToken(),
                one.title(),
                one.at());
    }

    @Override
    public Uni<Boolean> noteCharge(Charge charge) {
        return Uni.createFrom().item(() -> charges.insert(charge.subject(), charge));
    }

    @Override
    public Uni<Boolean> isCharge(PaymentId payment) {
        return Uni.createFrom()
                .item(() -> !charges.where(one -> one.payment().equals(payment)).isEmpty());
    }
}
