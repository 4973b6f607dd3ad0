package io.cybervpn.presentation.simulation;

import io.cybervpn.application.proof.AskForProof;
import io.cybervpn.application.proof.MakeProof;
import io.cybervpn.application.proof.ProofView;
import io.cybervpn.application.proof.ViewProofs;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.proof.ProofId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Has the shop make its real proof. */
@Singleton
class Auditor {
    @Inject AskForProof askForProof;
    @Inject MakeProof makeProof;
    @Inject ViewProofs viewProofs;

    /** The report of a proof that is made now. */
    ProofView.Summary prove() {
        AskForProof.Result asked = askForProof.execute(new Actor.System()).await().indefinitely();
        if (!(makeProof.execute().await().indefinitely() instanceof MakeProof.Result.Made made)) {
            throw new AssertionError("no proof was made: " + asked);
        }
        return shown(made.proof());
    }

    private ProofView.Summary shown(ProofId id) {
        return switch (viewProofs.show(new Actor.System(), id).await().indefinitely()) {
            case ViewProofs.Result.Found(var proof) -> proof.summary().orElseThrow();
            case ViewProofs.Result.Listed _,
                    ViewProofs.Result.NoSuchProof _,
                    ViewProofs.Result.Forbidden _ ->
                    throw new AssertionError("the proof is gone");
        };
    }

    /** All that a report says against the shop. */
    static List<String> words(ProofView.Summary report) {
        return report.sections().stream()
                .flatMap(
                        section ->
                                java.util.stream.Stream.concat(
                                        section.unavailable().stream()
                                                .map(why -> section.name() + ": " + why),
                                        section.findings().stream()
                                                .map(
                                                        one ->
                                                                one.check()
                                                                        + " "
                                                                        + one.subject()
                                                                        + ": "
                                                                        + one.detail())))
                .toList();
    }
}
