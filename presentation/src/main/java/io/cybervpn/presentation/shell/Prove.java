package io.cybervpn.presentation.shell;

import io.cybervpn.application.proof.AskForProof;
import io.cybervpn.application.proof.MakeProof;
import io.cybervpn.application.proof.ProofView;
import io.cybervpn.application.proof.ViewProofs;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.proof.ProofId;
import io.cybervpn.domain.proof.ProofVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Proves from the shell that providers, payments, books, subscriptions and panel say the same
 * (R94). Beside a shop that runs, that one may make it: then its report is waited for.
 */
@Singleton
final class Prove implements ShellCommand {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final AskForProof askForProof;
    private final MakeProof makeProof;
    private final ViewProofs viewProofs;

    @Inject
    Prove(AskForProof askForProof, MakeProof makeProof, ViewProofs viewProofs) {
        this.askForProof = askForProof;
        this.makeProof = makeProof;
        this.viewProofs = viewProofs;
    }

    @Override
    public String words() {
        return "prove";
    }

    @Override
    public String help() {
        return "proves that providers, payments, books, subscriptions and panel say the same";
    }

    @Override
    public Uni<Integer> run(PrintStream out) {
        return askForProof
                .execute(new Actor.System())
                .map(Prove::asked)
                .call(makeProof::execute)
                .chain(this::report)
                .map(report -> tell(report, out));
    }

    private static ProofId asked(AskForProof.Result result) {
        return switch (result) {
            case AskForProof.Result.Asked(var proof) -> proof.id();
            case AskForProof.Result.Forbidden() ->
                    throw new IllegalStateException("the system may read its own books");
        };
    }

    private Uni<ProofView.Summary> report(ProofId proof) {
        return viewProofs
                .show(new Actor.System(), proof)
                .map(Prove::found)
                .chain(
                        view ->
                                view.summary()
                                        .map(done -> Uni.createFrom().item(done))
                                        .orElseGet(() -> reportLater(proof)));
    }

    private Uni<ProofView.Summary> reportLater(ProofId proof) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(LOOK_EVERY)
                .chain(() -> report(proof));
    }

    private static ProofView found(ViewProofs.Result result) {
        return switch (result) {
            case ViewProofs.Result.Found(var proof) -> proof;
            case ViewProofs.Result.NoSuchProof _,
                    ViewProofs.Result.Listed _,
                    ViewProofs.Result.Forbidden _ ->
                    throw new IllegalStateException("the proof that was asked for is gone");
        };
    }

    private static int tell(ProofView.Summary report, PrintStream out) {
        report.sections().forEach(section -> tell(section, out));
        out.printf(
                "%s. Payments from %s to %s were held against their providers.%n",
                report.verdict(), report.from(), report.begunAt());
        if (!report.genuine()) {
            out.println("THE STORED REPORT WAS CHANGED BY SOMEBODY: believe nothing of it.");
        }
        return report.genuine() && report.verdict() == ProofVerdict.PROVEN ? WELL : ILL;
    }

    private static void tell(ProofView.SectionView section, PrintStream out) {
        section.unavailable()
                .ifPresentOrElse(
                        reason -> out.printf("%-22s NOT KNOWN: %s%n", section.name(), reason),
                        () ->
                                out.printf(
                                        "%-22s %d looked at, %d differ%n",
                                        section.name(),
                                        section.lookedAt(),
                                        section.findings().size()));
        for (ProofView.FindingView finding : section.findings()) {
            out.printf(
                    "  %s %s: %s%n    %s %s%n",
                    finding.check(),
                    finding.subject(),
                    finding.detail(),
                    finding.remedy().meaning(),
                    finding.remedy().mend());
        }
    }
}
