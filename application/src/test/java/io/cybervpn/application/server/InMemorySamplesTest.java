package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerSamples;

class InMemorySamplesTest extends ServerSamplesContract {
    private final InMemorySamples samples = new InMemorySamples();

    InMemorySamplesTest() {
        samples.know(panel, "a", server);
    }

    @Override
    protected ServerSamples samples() {
        return samples;
    }
}
