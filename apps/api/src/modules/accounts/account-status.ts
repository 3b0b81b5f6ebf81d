/** `invited`: no password yet. `disabled`: exists, and never signs in. */
export type AccountStatus = 'invited' | 'active' | 'disabled';
