package io.cybervpn.application.canary;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;

/** Breaks the rules of use cases on purpose: open, two doors, waiting, foreign libraries. */
public class CarelessUseCase {
    public String execute(String json) throws Exception {
        return new ObjectMapper().readTree(json).toString();
    }

    public String execute() {
        return Uni.createFrom().item("done").await().indefinitely();
    }
}
