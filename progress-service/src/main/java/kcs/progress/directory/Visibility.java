package kcs.progress.directory;

/** Who may see a task: everyone, or the government and the agencies that take part in it. */
public enum Visibility {
    PUBLIC,
    GOVERNMENT
}
