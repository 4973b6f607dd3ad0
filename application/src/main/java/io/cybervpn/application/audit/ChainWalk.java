package io.cybervpn.application.audit;

import io.cybervpn.application.audit.port.AuditHeads;
import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.application.audit.port.HeadSigner;
import io.cybervpn.domain.audit.ChainFlaw;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.ChainProof;
import io.cybervpn.domain.audit.model.ChainProof.Broken;
import io.cybervpn.domain.audit.model.ChainProof.Whole;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.cybervpn.domain.audit.model.SignedHead;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Goes along the chain, page by page, and looks at the signed heads on the way. */
@Singleton
final class ChainWalk {
    private static final int PAGE_SIZE = 1000;

    private final AuditLog log;
    private final AuditHeads heads;
    private final HeadSigner signer;

    @Inject
    ChainWalk(AuditLog log, AuditHeads heads, HeadSigner signer) {
        this.log = log;
        this.heads = heads;
        this.signer = signer;
    }

    /** What the rows after this link prove. */
    Uni<ChainProof> from(ChainLink start) {
        return step(start);
    }

    private Uni<ChainProof> step(ChainLink before) {
        return log.after(before.position(), PAGE_SIZE)
                .chain(
                        rows ->
                                heads.after(before.position(), PAGE_SIZE)
                                        .chain(signed -> judge(before, rows, signed)));
    }

    private Uni<ChainProof> judge(
            ChainLink before, List<ChainedRecord> rows, List<SignedHead> signed) {
        Optional<Broken> byHead = brokenHead(rows, signed);
        ChainProof proof = new Whole(before).with(rows);
        return switch (proof) {
            case Broken broken -> Uni.createFrom().item(broken);
            case Whole whole when byHead.isPresent() -> Uni.createFrom().item(byHead.get());
            case Whole whole when rows.isEmpty() -> Uni.createFrom().item(whole);
            case Whole(var last) -> step(last);
        };
    }

    /** Heads beyond these rows wait for their page; when there is no row left, there is none. */
    private Optional<Broken> brokenHead(List<ChainedRecord> rows, List<SignedHead> signed) {
        Map<Long, ChainedRecord> byPosition =
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.link().position(), Function.identity()));
        long end = rows.isEmpty() ? Long.MAX_VALUE : rows.getLast().link().position();
        return signed.stream()
                .filter(head -> head.link().position() <= end)
                .flatMap(
                        head ->
                                flaw(
                                        head,
                                        Optional.ofNullable(byPosition.get(head.link().position())))
                                        .stream())
                .findFirst();
    }

    private Optional<Broken> flaw(SignedHead head, Optional<ChainedRecord> row) {
        long position = head.link().position();
        if (!signer.genuine(head)) {
            return Optional.of(new Broken(position, Optional.empty(), ChainFlaw.HEAD_FORGED));
        }
        if (row.isEmpty()) {
            return Optional.of(new Broken(position, Optional.empty(), ChainFlaw.ROW_MISSING));
        }
        return row.filter(found -> !found.link().equals(head.link()))
                .map(
                        found ->
                                new Broken(
                                        position,
                                        Optional.of(found.row().id()),
                                        ChainFlaw.HEAD_DIFFERS));
    }
}
