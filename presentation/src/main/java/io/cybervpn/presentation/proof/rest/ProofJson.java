package io.cybervpn.presentation.proof.rest;

import io.cybervpn.application.proof.ProofView;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.proof.ProofId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A proof.
 *
 * @param trigger nightly, staff or shell
 * @param state waiting, running or done
 * @param step what is being compared while it is running
 * @param report once it is done
 */
public record ProofJson(
        UUID id,
        String trigger,
        Optional<UUID> askedBy,
        Instant askedAt,
        String state,
        Optional<String> step,
        Optional<ReportJson> report) {
    /**
     * What it found.
     *
     * @param verdict proven, differences or incomplete
     * @param from money that providers took from here until {@code begunAt} was held against them
     * @param genuine false: somebody changed the stored report, believe nothing of it
     */
    public record ReportJson(
            String verdict,
            Instant from,
            Instant begunAt,
            Instant endedAt,
            boolean genuine,
            List<SectionJson> sections) {}

    /**
     * One comparison.
     *
     * @param lookedAt how many things were compared
     * @param unavailable why it could not be made
     */
    public record SectionJson(
            String name, long lookedAt, Optional<String> unavailable, List<FindingJson> findings) {}

    /**
     * What differs.
     *
     * @param meaning of the rule that is broken
     * @param mend what to do
     */
    public record FindingJson(
            String check, String subject, String detail, String meaning, String mend) {}

    /**
     * Some of them.
     *
     * @param nextCursor where to go on
     */
    public record ProofListJson(List<ProofJson> items, Optional<UUID> nextCursor) {
        static ProofListJson of(List<ProofView> proofs, Optional<ProofId> next) {
            return new ProofListJson(
                    proofs.stream().map(ProofJson::of).toList(), next.map(ProofId::value));
        }
    }

    static ProofJson of(ProofView proof) {
        return new ProofJson(
                proof.id().value(),
                proof.trigger().code(),
                proof.by().map(AccountId::value),
                proof.askedAt(),
                proof.state(),
                proof.step(),
                proof.summary().map(ProofJson::of));
    }

    private static ReportJson of(ProofView.Summary summary) {
        return new ReportJson(
                summary.verdict().code(),
                summary.from(),
                summary.begunAt(),
                summary.endedAt(),
                summary.genuine(),
                summary.sections().stream().map(ProofJson::of).toList());
    }

    private static SectionJson of(ProofView.SectionView section) {
        return new SectionJson(
                section.name(),
                section.lookedAt(),
                section.unavailable(),
                section.findings().stream()
                        .map(
                                one ->
                                        new FindingJson(
                                                one.check(),
                                                one.subject(),
                                                one.detail(),
                                                one.remedy().meaning(),
                                                one.remedy().mend()))
                        .toList());
    }
}
