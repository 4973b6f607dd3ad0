package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.provisioning.port.PanelStrangers;
import io.cybervpn.application.provisioning.port.PanelUserKey;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What is to be done with a row: the panel is read first, with no transaction open. */
@Singleton
final class RowWork {
    private final PanelStrangers strangers;
    private final TakeOver takeOver;
    private final BringLine bringLine;

    @Inject
    RowWork(PanelStrangers strangers, TakeOver takeOver, BringLine bringLine) {
        this.strangers = strangers;
        this.takeOver = takeOver;
        this.bringLine = bringLine;
    }

    /** Does it, in the open unit of work. */
    interface Deed {
        /** Does it. */
        Uni<ImportJob.Outcome> perform();
    }

    /** Looks up what is needed; the answer is for an open unit of work. */
    Uni<Deed> prepare(ImportJob job, ImportJob.Turn turn) {
        return job.terms()
                .file()
                .map(file -> line(job, file, turn))
                .orElseGet(() -> user(job, turn));
    }

    private Uni<Deed> user(ImportJob job, ImportJob.Turn turn) {
        return strangers
                .find(job.terms().panel(), new PanelUserKey.Name(turn.name()))
                .map(found -> () -> takeOver.perform(job, found));
    }

    private Uni<Deed> line(ImportJob job, ImportJob.FileTerms file, ImportJob.Turn turn) {
        return switch (ImportLine.of(turn.data())) {
            case ImportLine.Parsed.Wrong(var code) -> refuse(code);
            case ImportLine.Parsed.Fine(var line) ->
                    look(job, line)
                            .map(
                                    found ->
                                            () ->
                                                    bringLine.perform(
                                                            new BringLine.Work(
                                                                    job,
                                                                    file,
                                                                    turn.name(),
                                                                    line,
                                                                    found)));
        };
    }

    private static Uni<Deed> refuse(String code) {
        Deed deed = () -> Uni.createFrom().item(new ImportJob.Outcome.Refused(code));
        return Uni.createFrom().item(deed);
    }

    private Uni<Optional<Stranger>> look(ImportJob job, ImportLine line) {
        return line.user()
                .map(key -> strangers.find(job.terms().panel(), key))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
