package kcs.local;

/** What a person wants to know once the stack is up. */
record Welcome(Settings settings) {

    String text() {
        String front = settings.frontDoor();
        return """
                The dashboard       %1$s/
                The API             %1$s/api/v1/dashboard
                Its documentation   %1$s/docs     (OpenAPI: %1$s/openapi)
                Sign-in             %1$s/signin
                Demo users          planner, committee, auditor, admin, and reporter-<agency>, such as reporter-motie
                Their passwords     %2$s (user.<name>)

                Move a task, and watch it on the dashboard:
                  curl -N %1$s/api/v1/dashboard/stream &
                  etag=$(curl -sI %1$s/api/v1/tasks/KCS-2024-01 | sed -n 's/^etag: //Ip' | tr -d '\\r')
                  curl -X POST %1$s/api/v1/tasks/KCS-2024-01/status-transitions \\
                    -H "Authorization: Bearer $(deploy/token planner)" -H "If-Match: $etag" \\
                    -H 'Content-Type: application/json' -d '{"to":"IN_PROGRESS","reason":"착수"}'

                deploy/status tells how the parts are, deploy/logs PART what they say, deploy/down ends them.
                """.formatted(front, settings.data().resolve("secrets.properties"));
    }
}
