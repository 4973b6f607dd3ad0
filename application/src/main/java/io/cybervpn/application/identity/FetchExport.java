package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.ExportId;
import io.cybervpn.domain.identity.model.AccountExport;
import io.cybervpn.domain.identity.model.ExportPiece;
import io.cybervpn.domain.identity.repository.AccountExports;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows a customer how far his copy is, and gives it to him piece by piece. */
@Singleton
public final class FetchExport {
    private final UnitOfWork unitOfWork;
    private final AccountExports exports;
    private final SecretBox box;
    private final Clock clock;

    @Inject
    FetchExport(UnitOfWork unitOfWork, AccountExports exports, SecretBox box, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.exports = exports;
        this.box = box;
        this.clock = clock;
    }

    /** Who asks for which. */
    public record Query(Actor actor, ExportId export) {}

    /** What there is. */
    public sealed interface Result {
        /**
         * It is his.
         *
         * @param content the file, once it is ready; each subscriber reads it anew
         */
        record Found(ExportView export, Multi<byte[]> content) implements Result {}

        /** There is none, or no longer, or it is another's: which of them is not said. */
        record NoSuchExport() implements Result {}

        /** Not a customer himself. */
        record Forbidden() implements Result {}
    }

    /** Looks. */
    public Uni<Result> execute(Query query) {
        return DeleteAccount.himself(query.actor())
                .map(
                        owner ->
                                unitOfWork
                                        .run(() -> exports.find(query.export()))
                                        .map(
                                                found ->
                                                        found.filter(
                                                                        one ->
                                                                                one.account()
                                                                                        .equals(
                                                                                                owner))
                                                                .filter(this::isThere))
                                        .map(this::result))
                .orElseGet(() -> Uni.createFrom().item(new Result.Forbidden()));
    }

    private boolean isThere(AccountExport export) {
        return switch (export) {
            case AccountExport.Pending _ -> true;
            case AccountExport.Ready ready -> clock.instant().isBefore(ready.expiresAt());
        };
    }

    private Result result(Optional<AccountExport> found) {
        return found.<Result>map(
                        export -> new Result.Found(ExportView.of(export), content(export.id())))
                .orElseGet(Result.NoSuchExport::new);
    }

    private Multi<byte[]> content(ExportId id) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicInteger::new, number -> piece(id, number.getAndIncrement()))
                .whilst(Optional::isPresent)
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    private Uni<Optional<byte[]>> piece(ExportId id, int number) {
        return unitOfWork.run(() -> exports.piece(id, number)).map(found -> found.map(this::open));
    }

    private byte[] open(ExportPiece piece) {
        return box.open(piece.text(), ExportPiece.purposeOf(piece.id()));
    }
}
