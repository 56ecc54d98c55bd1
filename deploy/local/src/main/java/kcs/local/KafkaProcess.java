package kcs.local;

import java.io.IOException;
import java.nio.file.Path;

/** The broker as a process of its own, so that nothing else of the stack goes down with it. */
final class KafkaProcess {
    private static final int CONTROLLER_OFFSET = 10_000;

    private KafkaProcess() {}

    /** The controller's port follows from the broker's, far from the ports that a machine hands out by itself. */
    static int controllerPort(int brokerPort) {
        return brokerPort < CONTROLLER_OFFSET ? brokerPort + CONTROLLER_OFFSET : brokerPort - CONTROLLER_OFFSET;
    }

    /** Arguments: the data folder, the port, the controller's port. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedKafkaBroker broker = EmbeddedKafkaBroker.persistent(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-closer"));
        broker.awaitEnd();
    }
}
