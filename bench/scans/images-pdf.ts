/** One page that is nothing but a JPEG. */
export interface ImagePage {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

const POINTS_AN_INCH = 72;
/** The objects of one page: itself, what it draws, its image. */
const OBJECTS = 3;

/** A PDF whose pages are images and have no text layer, as scanners write it. */
export function imagesPdf(pages: readonly ImagePage[]): Uint8Array {
  const first = 3;
  const kids = pages.map((_, index) => `${first + OBJECTS * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.flatMap((page, index) => pageObjects(page, first + OBJECTS * index)),
  ];
  let body = '%PDF-1.7\n';
  const entries = objects.map((object, index) => {
    const at = String(body.length).padStart(10, '0');
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${at} 00000 n \n`;
  });
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}${trailer}`, 'latin1');
}

function pageObjects({ jpeg, width, height, dpi }: ImagePage, own: number): readonly string[] {
  const [wide, high] = [width, height].map((pixels) => ((pixels * POINTS_AN_INCH) / dpi).toFixed(3));
  const drawing = `q ${wide} 0 0 ${high} 0 0 cm /I Do Q`;
  const image = Buffer.from(jpeg).toString('latin1');
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${own + 1} 0 R ` +
      `/Resources << /XObject << /I ${own + 2} 0 R >> >> >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB ` +
      `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${image}\nendstream`,
  ];
}
