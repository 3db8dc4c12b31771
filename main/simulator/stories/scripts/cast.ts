import type { Department, StoryAgent } from '../story.ts'

// Nobody's numbers, as far as anyone can tell: India reserves no range for fiction, so these are round ones
// that libphonenumber's full metadata still takes for valid. A made-up number that is invalid would only
// ever be shown as raw text.

export const asha: StoryAgent = {
  id: '5cd40f6500000a01',
  name: 'Asha Rao',
  number: '+919000010001',
  extension: '10',
}
export const vikram: StoryAgent = {
  id: '5cd40f6500000a02',
  name: 'Vikram Nair',
  number: '+919000010002',
  extension: '11',
}
export const meera: StoryAgent = {
  id: '5cd40f6500000a03',
  name: 'Meera Joshi',
  number: '+919000010003',
  extension: '12',
}

export const sales: Department = { id: '5cd40f6500000d01', name: 'Sales' }
export const support: Department = { id: '5cd40f6500000d02', name: 'Support' }

export const line = '+911140000000'
export const companyId = '5cd40f6500000c01'
export const ivrId = '5cd40f6500000e01'
