package io.cybervpn.application.live;

import io.cybervpn.application.live.port.ToldBoards;

class InMemoryToldBoardsTest extends ToldBoardsContract {
    private final ToldBoards told = new InMemoryToldBoards(System::nanoTime);

    @Override
    protected ToldBoards told() {
        return told;
    }
}
