/** What somebody sits in front of. */
export type Device = {
  readonly name: 'phone' | 'desk';
  /** In CSS px. */
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isMobile: boolean;
  readonly hasTouch: boolean;
  readonly userAgent: string;
};

const chromeOn = (system: string, mobile = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0${mobile} Safari/537.36`;

export const phone: Device = {
  name: 'phone',
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  userAgent: chromeOn('Linux; Android 15; Pixel 9', ' Mobile'),
};
export const desk: Device = {
  name: 'desk',
  viewport: { width: 1366, height: 768 },
  isMobile: false,
  hasTouch: false,
  userAgent: chromeOn('Windows NT 10.0; Win64; x64'),
};
