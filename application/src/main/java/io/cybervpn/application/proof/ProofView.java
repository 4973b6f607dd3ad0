package io.cybervpn.application.proof;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.proof.ProofId;
import io.cybervpn.domain.proof.ProofTrigger;
import io.cybervpn.domain.proof.ProofVerdict;
import io.cybervpn.domain.proof.model.Finding;
import io.cybervpn.domain.proof.model.Proof;
import io.cybervpn.domain.proof.model.Report;
import io.cybervpn.domain.proof.model.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A proof to look at.
 *
 * @param state {@code waiting}, {@code running} or {@code done}
 * @param step what is being compared now
 * @param summary once it is done
 */
public record ProofView(
        ProofId id,
        ProofTrigger trigger,
        Optional<AccountId> by,
        Instant askedAt,
        String state,
        Optional<String> step,
        Optional<Summary> summary) {
    /**
     * The report.
     *
     * @param genuine false: somebody changed the stored report, believe nothing of it
     */
    public record Summary(
            ProofVerdict verdict,
            Instant from,
            Instant begunAt,
            Instant endedAt,
            boolean genuine,
            List<SectionView> sections) {}

    /**
     * One comparison.
     *
     * @param lookedAt how many things were compared
     * @param unavailable why it could not be made
     */
    public record SectionView(
            String name, long lookedAt, Optional<String> unavailable, List<FindingView> findings) {}

    /** What differs, what that means, and what to do. */
    public record FindingView(String check, String subject, String detail, Remedy remedy) {}

    static ProofView of(Proof proof) {
        return switch (proof) {
            case Proof.Waiting(var request) ->
                    view(request, "waiting", Optional.empty(), Optional.empty());
            case Proof.Running(var request, var step) ->
                    view(request, "running", Optional.of(step), Optional.empty());
            case Proof.Done(var request, var report, var genuine) ->
                    view(request, "done", Optional.empty(), Optional.of(of(report, genuine)));
        };
    }

    private static ProofView view(
            Proof.Request request, String state, Optional<String> step, Optional<Summary> summary) {
        return new ProofView(
                request.id(), request.trigger(), request.by(), request.at(), state, step, summary);
    }

    private static Summary of(Report report, boolean genuine) {
        return new Summary(
                report.verdict(),
                report.from(),
                report.begunAt(),
                report.endedAt(),
                genuine,
                report.sections().stream().map(ProofView::of).toList());
    }

    private static SectionView of(Section section) {
        return switch (section.outcome()) {
            case Section.Outcome.Examined(var lookedAt, var findings) ->
                    new SectionView(
                            section.name(),
                            lookedAt,
                            Optional.empty(),
                            findings.stream().map(ProofView::of).toList());
            case Section.Outcome.Unavailable(var reason) ->
                    new SectionView(section.name(), 0, Optional.of(reason), List.of());
        };
    }

    private static FindingView of(Finding finding) {
        return new FindingView(
                finding.check(), finding.subject(), finding.detail(), Remedy.of(finding.check()));
    }
}
